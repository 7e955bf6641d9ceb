namespace CrmStudio.Infrastructure.Documents.Typesetting;

/// <summary>Bidirectional character types (Unicode Standard Annex 9, table 4), by the short names used there.</summary>
internal enum BidiClass : byte
{
    L, R, AL, EN, ES, ET, AN, CS, NSM, BN, B, S, WS, ON, LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI,
}

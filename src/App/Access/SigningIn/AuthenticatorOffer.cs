namespace CrmStudio.App.Access.SigningIn;

/// <summary>A secret offered to an authenticator app.</summary>
/// <param name="Key">The secret, for typing.</param>
/// <param name="Address">The secret as an address, for the QR code.</param>
/// <param name="SealedKey">The secret as it travels with the form: encrypted, for this person, for a quarter of an hour.</param>
public sealed record AuthenticatorOffer(string Key, string Address, string SealedKey);

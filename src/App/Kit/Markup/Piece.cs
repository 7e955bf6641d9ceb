using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Kit.Markup;

/// <summary>A finished piece of HTML, in which every value was encoded: only <see cref="Html"/> makes them.</summary>
public readonly struct Piece : IEquatable<Piece>
{
    private readonly string? markup;

    internal Piece(string markup) => this.markup = markup;

    public bool Equals(Piece other) => ToString() == other.ToString();

    public override bool Equals(object? obj) => obj is Piece other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode();

    public override string ToString() => markup ?? "";

#pragma warning disable RS0030 // The one place: text of people is in it only as Html encoded it
    /// <summary>As Razor takes it.</summary>
    public static implicit operator MarkupString(Piece piece) => new(piece.markup ?? "");
#pragma warning restore RS0030
}

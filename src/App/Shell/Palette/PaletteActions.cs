namespace CrmStudio.App.Shell.Palette;

/// <summary>What the pages of a circuit offer for the records they show. The record opened last stands first.</summary>
public sealed class PaletteActions
{
    private readonly List<Place> places = [];

    /// <summary>Raised when an offer came, changed or went.</summary>
    public event Action? Changed;

    /// <summary>The offers, the latest first.</summary>
    public IReadOnlyList<PaletteOffer> Offers => [.. Enumerable.Reverse(places).Select(place => place.Offer).OfType<PaletteOffer>()];

    /// <summary>A place for one record's offer, until it is disposed.</summary>
    public Place Open() => new(this);

    /// <summary>Where one page puts its offer.</summary>
    public sealed class Place : IDisposable
    {
        private readonly PaletteActions actions;

        internal Place(PaletteActions actions)
        {
            this.actions = actions;
            actions.places.Add(this);
        }

        internal PaletteOffer? Offer { get; private set; }

        /// <summary>Offers this instead of what was offered before.</summary>
        public void Put(PaletteOffer? offer)
        {
            Offer = offer;
            actions.Changed?.Invoke();
        }

        /// <summary>Takes the offer back.</summary>
        public void Dispose()
        {
            actions.places.Remove(this);
            actions.Changed?.Invoke();
        }
    }
}

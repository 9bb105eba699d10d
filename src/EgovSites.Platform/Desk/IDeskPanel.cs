using EgovSites.Platform.Accounts;

namespace EgovSites.Platform.Desk;

/// <summary>A panel that a feature adds to the dashboard of the current tenant.</summary>
public interface IDeskPanel
{
    /// <summary>Panels stand in ascending order, those from 100 on at the side.</summary>
    int Order { get; }

    /// <summary>The absolute path of the partial view that draws the panel.</summary>
    string Partial { get; }

    /// <summary>What the partial shows; null leaves the panel out.</summary>
    Task<object?> ModelAsync(Actor actor, CancellationToken cancellation);
}

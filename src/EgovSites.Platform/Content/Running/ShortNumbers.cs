using Markdig.Helpers;
using Markdig.Parsers;

namespace EgovSites.Platform.Content.Running;

/// <summary>Numbers of lists have up to three digits: "2026. A good year" is a sentence.</summary>
internal sealed class ShortNumbers : NumberedListItemParser
{
    private const int Digits = 3;

    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        for (var at = 0; at <= Digits; at++)
        {
            var letter = at == 0 ? state.CurrentChar : state.PeekChar(at);
            if (!letter.IsDigit())
            {
                return base.TryParse(state, pendingBulletType, out result);
            }
        }

        result = default;
        return false;
    }
}

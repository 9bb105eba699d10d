namespace EgovSites.Platform.Content.Fields;

/// <summary>An amount in somoni with two decimals.</summary>
public sealed class MoneyField : NumberField
{
    protected override int Decimals => 2;
}

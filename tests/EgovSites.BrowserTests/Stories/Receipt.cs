namespace EgovSites.BrowserTests.Stories;

/// <summary>What a citizen keeps.</summary>
public sealed record Receipt(string Number, string Code);

using System.Collections.Immutable;
using EgovSites.Platform.Content;
using Microsoft.AspNetCore.Http;

namespace EgovSites.Features.Feedback.Sending;

// What stands in the form, as typed: shown again unchanged whenever it could not be accepted.
public sealed record AppealInput
{
    // A name that robots like to fill in; people never see the control.
    public const string Trap = "website";

    public static ImmutableArray<string> Fields { get; } =
        ["kind", "topic", "name", "phone", "email", "address", "subject", "text", "files", "consent"];

    public string Key { get; init; } = Ids.New();
    public string Kind { get; init; } = "";
    public string Topic { get; init; } = "";
    public string Name { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public string Address { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";
    public bool Consent { get; init; }
    public bool IsTrapped { get; init; }

    public static AppealInput From(IFormCollection form) => new()
    {
        Key = form["key"].ToString() is var key && Ids.IsId(key) ? key : Ids.New(),
        Kind = form["kind"].ToString(),
        Topic = form["topic"].ToString(),
        Name = form["name"].ToString(),
        Phone = form["phone"].ToString(),
        Email = form["email"].ToString(),
        Address = form["address"].ToString(),
        Subject = form["subject"].ToString(),
        Text = form["text"].ToString(),
        Consent = form["consent"].Count > 0,
        IsTrapped = form[Trap].ToString().Length > 0,
    };
}

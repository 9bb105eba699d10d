using EgovSites.Platform.Content;
using EgovSites.Platform.Content.Running;
using EgovSites.Platform.Publishing.Addresses;

namespace EgovSites.Platform.Publishing.Verbs;

/// <summary>
/// Why and how something leaves the public site: the address it leads to, and a word for the visitor.
/// </summary>
public sealed record Withdrawal(WithdrawalReason Reason, string RedirectTo = "", string Note = "")
{
    public const int MaxNote = 500;

    /// <summary>
    /// Nothing, or what is wrong: a moved page needs an address on this site or a safe one elsewhere.
    /// </summary>
    public Reason? Problem =>
        Reason == WithdrawalReason.Moved && RedirectAddress.To(RedirectTo) is null ? new Reason("withdraw.address")
        : PlainText.Read(Note, MaxNote).Problem;
}

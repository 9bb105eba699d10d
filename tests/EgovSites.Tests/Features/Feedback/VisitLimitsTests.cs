using System.Net;
using EgovSites.Features.Feedback;
using EgovSites.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace EgovSites.Tests.Features.Feedback;

public class VisitLimitsTests
{
    private readonly FixedClock _clock = new();

    [Test]
    public void A_window_ends_by_itself_and_what_is_given_back_does_not_count()
    {
        var limits = new VisitLimits(Options.Create(new FeedbackOptions { WindowMinutes = 10 }), _clock);

        var first = limits.Enter("a", 2);
        limits.GiveBack("a");
        var visits = new[] { limits.Enter("a", 2), limits.Enter("a", 2), limits.Enter("a", 2), limits.Enter("b", 2) };
        _clock.Advance(TimeSpan.FromMinutes(10));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.Null);
            Assert.That(visits, Is.EqualTo(new TimeSpan?[] { null, null, TimeSpan.FromMinutes(10), null }));
            Assert.That(limits.Enter("a", 2), Is.Null);
        }
    }

    [TestCase("::ffff:10.0.0.1", "10.0.0.1", true)]
    [TestCase("2001:db8::1", "2001:db8::ffff:2", true)]
    [TestCase("2001:db8::1", "2001:db8:0:1::1", false)]
    [TestCase("10.0.0.1", "10.0.0.2", false)]
    public void A_household_counts_as_one_address(string one, string other, bool isSame) =>
        Assert.That(VisitLimits.Network(IPAddress.Parse(one)) == VisitLimits.Network(IPAddress.Parse(other)), Is.EqualTo(isSame));
}

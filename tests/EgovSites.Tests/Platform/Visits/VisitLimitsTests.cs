using System.Net;
using EgovSites.Platform.Visits;
using EgovSites.Tests.Hosting;

namespace EgovSites.Tests.Platform.Visits;

public class VisitLimitsTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly FixedClock _clock = new();

    [Test]
    public void A_window_ends_by_itself_and_what_is_given_back_does_not_count()
    {
        var limits = new VisitLimits(_clock);

        var first = limits.Enter("a", 2, Window);
        limits.GiveBack("a");
        var visits = new[] { limits.Enter("a", 2, Window), limits.Enter("a", 2, Window), limits.Enter("a", 2, Window),
            limits.Enter("b", 2, Window) };
        _clock.Advance(TimeSpan.FromMinutes(10));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.Null);
            Assert.That(visits, Is.EqualTo(new TimeSpan?[] { null, null, TimeSpan.FromMinutes(10), null }));
            Assert.That(limits.Enter("a", 2, Window), Is.Null);
        }
    }

    [TestCase("::ffff:10.0.0.1", "10.0.0.1", true)]
    [TestCase("2001:db8::1", "2001:db8::ffff:2", true)]
    [TestCase("2001:db8::1", "2001:db8:0:1::1", false)]
    [TestCase("10.0.0.1", "10.0.0.2", false)]
    public void A_household_counts_as_one_address(string one, string other, bool isSame) =>
        Assert.That(VisitLimits.Network(IPAddress.Parse(one)) == VisitLimits.Network(IPAddress.Parse(other)),
            Is.EqualTo(isSame));
}

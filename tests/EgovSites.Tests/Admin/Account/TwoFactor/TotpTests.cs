using EgovSites.Admin.Account.TwoFactor;

namespace EgovSites.Tests.Admin.Account.TwoFactor;

public class TotpTests
{
    // The key of RFC 6238, "12345678901234567890", as apps write it.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.That(Totp.CodeOf(Key, seconds / Totp.Seconds), Is.EqualTo(code));

    [TestCase(0, true)]
    [TestCase(-30, true)]
    [TestCase(30, true)]
    [TestCase(-60, false)]
    [TestCase(60, false)]
    public void A_code_is_good_a_half_minute_around_its_own(int late, bool isGood)
    {
        var step = Totp.StepOf(Key, "005 924", DateTimeOffset.FromUnixTimeSeconds(1234567890 + late));

        Assert.That(step, Is.EqualTo(isGood ? 1234567890 / Totp.Seconds : null));
    }

    [TestCase("")]
    [TestCase("00592")]
    [TestCase("0059240")]
    [TestCase("abcdef")]
    public void What_is_no_code_is_wrong(string typed) =>
        Assert.That(Totp.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(1234567890)), Is.Null);
}

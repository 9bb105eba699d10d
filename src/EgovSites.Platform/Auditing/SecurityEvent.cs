namespace EgovSites.Platform.Auditing;

/// <summary>What the security log tells of.</summary>
public enum SecurityEvent
{
    SignIn,
    SecondStep,
    Passkey,
    SignOut,
    SessionsEnded,
    PasswordChange,

    /// <summary>The present password, asked for again before something that protects the account is changed.</summary>
    PasswordAsked,

    /// <summary>A way into an account was added or taken away: second step, recovery codes, passkey.</summary>
    AccountChange,

    /// <summary>A page or a verb that the table of rights does not open to this person.</summary>
    Refusal,

    /// <summary>An invitation made, revoked or used.</summary>
    Invitation,

    /// <summary>A role given, changed or taken away; an account closed.</summary>
    Membership,

    AppealRead,
}

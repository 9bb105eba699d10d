using System.Security.Cryptography;
using System.Text;
using EgovSites.Admin.Account.SignIn.Secrets;
using EgovSites.Platform.Accounts;
using EgovSites.Platform.Storage.Centre;
using Microsoft.EntityFrameworkCore;

namespace EgovSites.Admin.Account.TwoFactor;

/// <summary>Ten codes on paper for the day the telephone is lost; each works once.</summary>
public sealed class RecoveryCodes(HostDbContext db)
{
    public const int Count = 10;

    public const int Length = 10;

    // Codes of older programs were hashed less often, and stay good.
    private static readonly int[] Rounds = [Passwords.Rounds, 100_000];

    // No letter that looks like a digit, in either script.
    private const string Letters = "23456789abdefghkmnprstuvwxyz";

    /// <summary>Replaces what there was; the codes are never to be had again.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Editor editor)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, Length)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ForgetAsync(editor);
        db.AddRange(
            codes.Select(code => new RecoveryCode { EditorId = editor.Id, Hash = HashOf(editor, code, Rounds[0]) }));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return [.. codes.Select(code => $"{code[..5]}-{code[5..]}")];
    }

    /// <summary>Uses a code up; false when it is none, or was used.</summary>
    public async Task<bool> UseAsync(Editor editor, string typed)
    {
        var code = string.Concat(typed.ToLowerInvariant().Where(char.IsLetterOrDigit).Take(Length + 1));
        var hashes = code.Length == Length ? Rounds.Select(rounds => HashOf(editor, code, rounds)).ToList() : [];
        return hashes.Count > 0
            && await db.RecoveryCodes.Where(row => row.EditorId == editor.Id && hashes.Contains(row.Hash))
                .ExecuteDeleteAsync() == 1;
    }

    public Task<int> LeftAsync(Editor editor) => db.RecoveryCodes.CountAsync(row => row.EditorId == editor.Id);

    public Task ForgetAsync(Editor editor) =>
        db.RecoveryCodes.Where(row => row.EditorId == editor.Id).ExecuteDeleteAsync();

    // Slow, because ten letters are fewer than a stolen database should be worth; the editor's id is the salt.
    private static string HashOf(Editor editor, string code, int rounds) =>
        Convert.ToHexStringLower(
            Rfc2898DeriveBytes.Pbkdf2(code, Encoding.UTF8.GetBytes(editor.Id), rounds, HashAlgorithmName.SHA256, 32));
}

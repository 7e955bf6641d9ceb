using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrmStudio.Infrastructure.Access;

/// <summary>
/// Lets few password hashes run at once. One takes about half a second of a core, so signing in would otherwise be a way to
/// take the node down. Who waits, waits without holding a thread; beyond a queue people are asked to try again.
/// </summary>
public sealed class PasswordGate : IDisposable
{
    /// <summary>PBKDF2 rounds (ASVS 2.4.1 asks for 210,000 with SHA-512).</summary>
    public const int Iterations = 210_000;

    private const int MaxWaiting = 64;
    private static readonly SignInUser nobody = new();
    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly PasswordHasher<SignInUser> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> decoy;
    private int waiting;

    /// <summary>A gate as wide as half the cores.</summary>
    public PasswordGate() => decoy = new Lazy<string>(() => hasher.HashPassword(nobody, Guid.NewGuid().ToString()));

    /// <summary>Checks a password. Without a hash (nobody by that name) it costs the same and fails.</summary>
    /// <exception cref="PasswordGateFullException">Too many people wait.</exception>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken ct) => RunAsync(() =>
    {
        var verdict = hasher.VerifyHashedPassword(nobody, hash ?? decoy.Value, password);
        return Task.FromResult(hash is null ? PasswordVerificationResult.Failed : verdict);
    }, ct);

    /// <summary>Hashes a new password.</summary>
    /// <exception cref="PasswordGateFullException">Too many people wait.</exception>
    public Task<string> HashAsync(string password, CancellationToken ct) => RunAsync(() => Task.FromResult(hasher.HashPassword(nobody, password)), ct);

    /// <summary>Runs something that hashes inside.</summary>
    /// <exception cref="PasswordGateFullException">Too many people wait.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> hashing, CancellationToken ct)
    {
        if (Interlocked.Increment(ref waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new PasswordGateFullException();
        }
        try
        {
            await places.WaitAsync(ct);
            try
            {
                return await Task.Run(hashing, ct);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <inheritdoc />
    public void Dispose() => places.Dispose();
}

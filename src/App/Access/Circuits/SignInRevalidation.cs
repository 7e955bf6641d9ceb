using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CrmStudio.App.Access.Circuits;

/// <summary>The net below the notices: asks once a minute whether a circuit's sign-in still stands.</summary>
public sealed class SignInRevalidation(ILoggerFactory loggers, CircuitRegistry registry, IServiceProvider circuitServices) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        // Resolved late: the handler itself asks for the authentication state.
        circuitServices.GetServices<CircuitHandler>().OfType<MemberCircuitHandler>().FirstOrDefault()?.Circuit is not { } circuit || await registry.CheckAsync(circuit, cancellationToken);
}

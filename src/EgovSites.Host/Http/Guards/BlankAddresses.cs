namespace EgovSites.Host.Http.Guards;

/// <summary>A blank where an address names something is nobody's address; pages would be given null for it.</summary>
public sealed class BlankAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.RouteValues.Values.OfType<string>().Any(value => value.Length > 0 && value.All(IsBlank)))
        {
            return next(context);
        }

        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);
}

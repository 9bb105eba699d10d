using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Mail;

public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section)
            .Validate(options => options.IsSound, "Mail:From must be a bare address and Mail:Port a port when Mail:Host is set.").ValidateOnStart();
        return services.AddSingleton<Mailbox>().AddSingleton<Notifications>().AddSingleton<Postman>()
            .AddSingleton<MailRelay>().AddHostedService(provider => provider.GetRequiredService<MailRelay>());
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace EgovSites.Platform.Mail;

public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section)
            .Validate(options =>
                options.IsSound,
                    "When Mail:Host is set, Mail:From must be a bare address, Mail:Port a port and Mail:AuthorityFile, if given, a file.").ValidateOnStart();
        return services.AddSingleton<Mailbox>().AddSingleton<Notifications>().AddSingleton<Postman>()
            .AddSingleton<MailRelay>().AddHostedService(provider => provider.GetRequiredService<MailRelay>());
    }
}

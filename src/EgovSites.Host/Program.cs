using EgovSites.Host.Commands;

return await HostCommand.Create(args).Parse(args).InvokeAsync();

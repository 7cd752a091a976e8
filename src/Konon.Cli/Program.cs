using Konon.Cli;

return await KononCommand.RunAsync(args, new Terminal());

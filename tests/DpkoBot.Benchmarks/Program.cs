using System.Globalization;
using BenchmarkDotNet.Running;
using DpkoBot.Benchmarks;
using DpkoBot.Benchmarks.Corpora;
using DpkoBot.Benchmarks.Fuzzing;
using DpkoBot.Benchmarks.Load;

switch (args)
{
    case ["corpora", var folder]:
        CorporaReport.Print(folder, onValidation: false, Console.Out);
        break;
    case ["corpora", var folder, "--validation"]:
        CorporaReport.Print(folder, onValidation: true, Console.Out);
        break;
    case ["fuzz", var count]:
        return FuzzRun.Run(int.Parse(count, CultureInfo.InvariantCulture), Console.Out) == 0 ? 0 : 1;
    case ["load", var hosts, var minutes, var chats, .. var processes]:
        return await LoadRun.RunAsync(hosts, double.Parse(minutes, CultureInfo.InvariantCulture), int.Parse(chats, CultureInfo.InvariantCulture), processes.FirstOrDefault() ?? "");
    default:
        BenchmarkSwitcher.FromAssembly(typeof(AnswerBenchmarks).Assembly).Run(args);
        break;
}

return 0;

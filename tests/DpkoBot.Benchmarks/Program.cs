using BenchmarkDotNet.Running;
using DpkoBot.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(AnswerBenchmarks).Assembly).Run(args);

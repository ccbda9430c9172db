using DpkoBot.Activities;
using DpkoBot.Turns;

namespace DpkoBot.DirectLine;

/// <summary>The bot, as it is seen from here: <see cref="TurnHandler.HandleAsync"/>, or what a test puts in its place.</summary>
internal delegate Task<TurnResult> TurnDelegate(Activity activity, CancellationToken cancellationToken);

using System.Net;

namespace DpkoBot.Operations.Limits;

/// <summary>The section <c>Proxies</c> of the settings.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>
    /// The addresses or networks (<c>10.0.0.4</c>, <c>10.0.0.0/8</c>) of the proxies before this host: what they say of the client's
    /// address and of the scheme is believed. Empty: nobody is believed.
    /// </summary>
    public IReadOnlyList<string> Trusted { get; set; } = [];

    /// <summary>How many proxies a request passes at most.</summary>
    public int Hops { get; set; } = 1;

    public static bool IsNetwork(string text) => TryRead(text, out _);

    /// <summary>An address is the network of itself alone.</summary>
    public static bool TryRead(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}

namespace Licensing.Demo;

internal static class Greeting
{
    public static void Print(Uri address, string data) =>
        Console.WriteLine(
            $"""

              Arms transfer licensing, demo. Everybody and every State in it is invented.

                Portal     {address}            choose whom to be; no password
                API        {address}scalar      reference
                Mail       {address}demo/inbox  what was sent, to whom
                Data       {data}

              Be first   halden@qm.example          exporter: draft and submit an application
                         officer@qm.example         officer: look at the findings, recommend
                         correspondent@qp.example   transit State: give notice, or object
                         senior@qm.example decides, auditor@qm.example reads the history.

              Ctrl+C stops it. What you did is kept; delete the data folder to start over (--empty: without cases).

            """
        );
}

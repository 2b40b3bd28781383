using Licensing.Casework.Acts;
using Licensing.Casework.Cases;

namespace Licensing.Casework.Procedures;

/// <summary>What moves cases. The one seam between the acts and a workflow engine.</summary>
public interface IProcedures
{
    /// <summary>Opens the procedure of a new case and runs it until a step waits.</summary>
    Task Start(Act act, CaseFile file);

    /// <summary>Gives a stimulus to the step at which the case waits; a step that it does not concern goes on waiting.</summary>
    Task Deliver(Act act, CaseFile file, Stimulus stimulus);
}

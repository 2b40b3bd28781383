using Licensing.Casework.Acts;
using Licensing.Casework.Cases;

namespace Licensing.Casework.Procedures;

/// <summary>What moves cases. The one seam between the acts and a workflow engine.</summary>
public interface IProcedures
{
    /// <summary>Whether a case rests again when the act that moves it is committed. Otherwise it is moving for a moment longer.</summary>
    bool MoveAtOnce { get; }

    /// <summary>Opens the procedure of a new case and has it run until a step waits.</summary>
    Task Start(Act act, CaseFile file);

    /// <summary>Gives a stimulus to the step at which the case waits; a step that it does not concern goes on waiting.</summary>
    Task Deliver(Act act, CaseFile file, Stimulus stimulus);
}

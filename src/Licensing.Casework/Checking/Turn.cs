using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Licences;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Licensing.Workflow;

namespace Licensing.Casework.Checking;

/// <summary>Something that has just happened and that an invariant looks at.</summary>
internal abstract record Fact(CaseInWorld Case);

internal sealed record LicenceMade(CaseInWorld Case) : Fact(Case);

internal sealed record ShipmentReleased(CaseInWorld Case, Shipment Shipment) : Fact(Case);

internal sealed record GoodsGone(CaseInWorld Case, Shipment Shipment, IReadOnlyList<ShippedLine> Lines) : Fact(Case);

internal sealed record LicenceBack(CaseInWorld Case, Guid ProposedBy, Guid By) : Fact(Case);

internal sealed record AuthorisationAmended(CaseInWorld Case, Guid ProposedBy, Guid By) : Fact(Case);

internal sealed record DecisionMade(CaseInWorld Case, Guid RecommendedBy, Guid By) : Fact(Case);

/// <param name="OfTheRegister">Nobody has given it: the State's register says it.</param>
internal sealed record StateSpoke(CaseInWorld Case, ExchangeDocument Document, bool OfTheRegister) : Fact(Case);

/// <summary>One thing that happens in a world of its own. Whether it may happen is the product's word; what it writes is written into the files in
/// memory as the product writes it into the database.</summary>
internal sealed class Turn(World world, Rules rules, Contents contents)
{
    private static readonly ApplicationDraft NothingClaimed = new();

    public World World { get; } = world;
    public Rules Rules { get; } = rules;
    public List<Fact> Facts { get; } = [];

    public void Submit(CaseInWorld c) => RunOn(c, Runner.Start(c.Procedure));

    public void Deliver(CaseInWorld c, Stimulus stimulus)
    {
        if (c.Instance is not { Status: InstanceStatus.Waiting } instance)
            return;
        var step = (WaitingStep)Step(c.Procedure.Activity(instance.Position));
        if (step.Look(c.File, stimulus, instance.Visit) is not { } outcome)
            return;
        c.File.DueTimes.RemoveAll(d => d.Visit == instance.Visit);
        RunOn(c, Runner.Complete(c.Procedure, instance, outcome));
    }

    private void RunOn(CaseInWorld c, Move move)
    {
        while (move.Instance.Status == InstanceStatus.Moving)
        {
            var step = (DoingStep)Step(c.Procedure.Activity(move.Instance.Position));
            var outcome = step.Outcome(c.File, World.Today);
            Do(c, step, outcome);
            move = Runner.Complete(c.Procedure, move.Instance, outcome);
        }
        c.Instance = move.Instance;
        var activity = c.Procedure.Activity(move.Instance.Position);
        if (move.Instance.Status == InstanceStatus.Ended)
            c.File.DueTimes.Clear();
        else if (((WaitingStep)Step(activity)).Until(c.File, activity, World.Today) is { } wait)
            SetDue(c, wait, move.Instance.Visit);
        CaseMovement.StandsAt(c.File, c.Procedure, move.Instance, World.Now);
    }

    private void SetDue(CaseInWorld c, Wait wait, int visit) =>
        c.File.DueTimes.Add(
            new DueTime
            {
                Id = World.NewId(),
                CaseId = c.File.Case.Id,
                Kind = wait.Kind,
                Visit = visit,
                LastDay = wait.LastDay,
                DueAt = LegalDay.Begins(wait.LastDay.AddDays(1), c.File.State.TimeZone),
            }
        );

    private CaseStep Step(Activity activity) => Rules.Steps.First(s => s.Type.Name == activity.Type.Name);

    private void Do(CaseInWorld c, DoingStep step, string outcome)
    {
        var file = c.File;
        var name = step.Type.Name;
        if (name == Catalogue.NameOf<RequestImportConfirmation>())
            foreach (var content in RequestImportConfirmation.Requests(file, World.Today, NothingClaimed))
                Ask(c, ExchangeKind.ImportConfirmationRequest, file.Case.ImportingState, Wire.Write(content));
        else if (name == Catalogue.NameOf<RequestTransitNotices>())
            foreach (var content in RequestTransitNotices.Requests(file, World.Today))
            {
                var request = Ask(c, ExchangeKind.TransitRequest, content.Passage.State, Wire.Write(content));
                c.Sent[content.Passage.State] = request;
                if (content.Silence is not null)
                    c.Asked.Add(new Asking(request));
            }
        else if (outcome == "Issued")
            Issue(c, step);
        else if (outcome == "NotPermitted")
            TakeBackRecommendation(file);
        else if (name == Catalogue.NameOf<EndLicence>() || name == Catalogue.NameOf<EndAuthorisation>())
        {
            LicenceLife.Close(file.Licence!, World.Now);
            foreach (var shipment in file.Shipments.Where(s => EndLicence.EndsWithIt(file, s)).ToList())
                Departures.End(file, shipment, "The licence is over.");
        }
        else if (name == Catalogue.NameOf<CloseRefused>())
        {
            file.Case.Status = CaseStatus.Refused;
            file.DueTimes.Clear();
        }
        else if (name == Catalogue.NameOf<CloseWithdrawn>())
            file.Case.Status = file.Case.ReopenedAt is null ? CaseStatus.Withdrawn : CaseStatus.Refused;
        else if (name == Catalogue.NameOf<ReopenCase>())
            file.Case.Status = CaseStatus.Open;
        else if (
            name == Catalogue.NameOf<OfferAppeal>()
            || name == Catalogue.NameOf<CheckReturn>()
            || name == Catalogue.NameOf<CheckMarking>()
        )
            return;
        else
            throw new InvalidOperationException($"What {name} does is not known to the exploration.");
    }

    private ExchangeDocument Ask(CaseInWorld c, ExchangeKind kind, Country to, string content)
    {
        var isImport = kind == ExchangeKind.ImportConfirmationRequest;
        if (isImport)
            c.Here = null;
        return Write(
            c,
            new ExchangeEntry(
                kind,
                c.File.Case.ExportingState,
                to,
                World.Today,
                content,
                isImport ? Universe.Authorisation : null
            )
        );
    }

    private void Issue(CaseInWorld c, DoingStep step)
    {
        var file = c.File;
        if (file.Case.Kind == LicenceKind.Import)
        {
            var issued = Issuing.Authorisation(Universe.Authorisation, file, World.Today);
            var authorisation = issued.Authorisation;
            Issuing.Record(
                file,
                authorisation.Number,
                authorisation.IssuedOn,
                Issuing.Terms(file, file.Decision!, World.Today).ExpiresOn,
                Wire.Write(issued),
                World.Now
            );
        }
        else
            Issuing.Record(file, ((IssueLicence)step).Licence($"EX-{file.Case.Number}", file, World.Today), World.Now);
        file.Case.Status = CaseStatus.Granted;
        file.DueTimes.Clear();
        Facts.Add(new LicenceMade(c));
    }

    private ExchangeDocument Write(CaseInWorld c, ExchangeEntry entry)
    {
        var document = Document(c.File.Case.Id, ++c.File.Case.ExchangeCount, entry);
        c.File.Exchange.Add(document);
        return document;
    }

    private ExchangeDocument Document(Guid caseId, int sequence, ExchangeEntry entry)
    {
        var (number, read) = contents.Of(entry.Kind, entry.Content);
        return new ExchangeDocument
        {
            Id = World.NewId(number),
            Known = read,
            CaseId = caseId,
            Sequence = sequence,
            Statement = entry.Statement,
            Number = "",
            Kind = entry.Kind,
            From = entry.From,
            To = entry.To,
            Authorisation = entry.Authorisation,
            InReplyTo = entry.InReplyTo,
            DatedOn = entry.DatedOn,
            KnownAt = World.Now,
            Content = entry.Content,
            Sha256 = "",
            Provenance = entry.Provenance,
            GivenBy = entry.GivenBy ?? Guid.Empty,
            ConfirmedBy = entry.ConfirmedBy,
        };
    }

    /// <summary>That person answers the latest request to the State.</summary>
    public bool Answer(CaseInWorld c, Country to, ExchangeKind kind, string content, Somebody who)
    {
        if (Request(c, to) is not { } request || !Rules.IsAsked(who.On(World), request))
            return false;
        return Answering.Obstacle(c.File, request, kind) is null
            && Take(c, Answering.Entry(c.File, request, kind, World.Today, content) with { GivenBy = who.Id });
    }

    /// <summary>The message with the latest request to the State is handed over.</summary>
    public bool HandOver(CaseInWorld c, Country to)
    {
        if (Request(c, to) is not { } request || c.File.HandedOver.ContainsKey(request.Id))
            return false;
        ((Dictionary<Guid, DateTimeOffset>)c.File.HandedOver).Add(request.Id, World.Now);
        Note(c, request.Id, asked => asked with { ArrivedOn = asked.ArrivedOn ?? World.Today });
        return true;
    }

    /// <summary>The State asks the exporting State about the latest request.</summary>
    public bool AskBack(CaseInWorld c, Country from)
    {
        if (Request(c, from) is not { } request)
            return false;
        var document = Write(
            c,
            new ExchangeEntry(
                ExchangeKind.TransitQuestion,
                from,
                request.From,
                World.Today,
                Wire.Write(new TransitQuestionContent("Which ship?"))
            )
        );
        foreach (var asked in c.Asked.Where(a => a.Request.To == from).ToList())
            Note(c, asked.Request.Id, a => a with { SpokenOn = a.SpokenOn ?? document.DatedOn });
        return true;
    }

    private static void Note(CaseInWorld c, Guid request, Func<Asking, Asking> note)
    {
        var at = c.Asked.FindIndex(a => a.Request.Id == request);
        if (at >= 0)
            c.Asked[at] = note(c.Asked[at]);
    }

    public static ExchangeDocument? Request(CaseInWorld c, Country to) =>
        to == c.File.Case.ImportingState
            ? c.File.LatestRequest(ExchangeKind.ImportConfirmationRequest, to, Universe.Authorisation)
            : c.File.LatestRequest(ExchangeKind.TransitRequest, to);

    public bool Take(CaseInWorld c, ExchangeEntry entry)
    {
        if (IsStatement(entry.Kind))
            entry = entry with { Statement = ++World.Statements };
        if (entry.Kind != ExchangeKind.TransitAcknowledgement && Answering.Repeated(c.File, entry) is not null)
            return false;
        var document = Write(c, entry);
        if (document.Authorisation is not null)
            foreach (var other in World.Cases.Where(other => other != c && other.Hears))
                other.File.SaidElsewhere.Add(document);
        Note(c, document);
        Facts.Add(new StateSpoke(c, document, entry.IsOfTheRegister));
        if (entry.Kind == ExchangeKind.TransitAcknowledgement)
            return true;
        SuspendWhatRestsOn(c, document);
        Deliver(c, new StateAnswered(entry.Kind, World.Today));
        return true;
    }

    /// <summary>The importing State says it of the authorisation in a case that is not explored.</summary>
    public bool Elsewhere(ExchangeKind kind, string content)
    {
        if (!World.Cases.Exists(c => c.Instance is not null && !c.HasEnded))
            return false;
        var before = World.OfAuthorisation;
        if (kind == ExchangeKind.ImportRevocation && before?.Kind != ExchangeKind.ImportConfirmation)
            return false;
        if (before?.Kind == kind && before.Document.Content == content)
            return false;
        var document = Document(
            Guid.Empty,
            1,
            new ExchangeEntry(
                kind,
                Universe.Importing,
                Universe.Exporting,
                World.Today,
                content,
                Universe.Authorisation
            )
            {
                Statement = ++World.Statements,
            }
        );
        foreach (var c in World.Cases.Where(c => c.Hears))
            c.File.SaidElsewhere.Add(document);
        Note(null, document);
        SuspendWhatRestsOn(null, document);
        return true;
    }

    private static bool IsStatement(ExchangeKind kind) =>
        kind is ExchangeKind.ImportConfirmation or ExchangeKind.ImportRevocation;

    // What is so, beside what the product makes of it.
    private void Note(CaseInWorld? c, ExchangeDocument document)
    {
        if (IsStatement(document.Kind))
            World.OfAuthorisation = new Word(document);
        if (c is null)
            return;
        if (document.Authorisation is not null)
            c.LastHere = document.Kind;
        if (document.Authorisation is not null)
            c.Here = document.InReplyTo == Request(c, document.From)?.Id ? document.Kind : c.Here;
        else if (document.Kind == ExchangeKind.TransitAcknowledgement)
            Note(c, document.InReplyTo!.Value, asked => asked with { ArrivedOn = asked.ArrivedOn ?? World.Today });
        else
        {
            c.Said[document.From] = new Word(document, c.Sent[document.From]);
            Note(c, document.InReplyTo!.Value, asked => asked with { SpokenOn = asked.SpokenOn ?? World.Today });
        }
    }

    private void SuspendWhatRestsOn(CaseInWorld? its, ExchangeDocument document)
    {
        var reach = GroundLost.Of(document.Kind);
        foreach (var c in World.Cases)
            if (
                (
                    reach == GroundLost.Reach.ItsOwnLine
                        ? c == its
                        : reach == GroundLost.Reach.EveryCase
                            && c.File.Reservations.Exists(r => r.Authorisation == document.Authorisation)
                )
                && c.File.Licence is { Status: LicenceStatus.InForce }
                && Rules.Lost(c.File, World.Now).Licence
            )
                Suspend(c, "its ground is gone");
    }

    public void Suspend(CaseInWorld c, string because)
    {
        (c.File.Licence!.Status, c.File.Licence.SuspendedBecause) = (LicenceStatus.Suspended, because);
        if (c.File.Case.Kind == LicenceKind.Import)
            Tell(c, RegisterWord.TakenBack(because));
        Deliver(c, new LicenceStoppedNow());
    }

    public void End(CaseInWorld c, LicenceStatus how)
    {
        (c.File.Licence!.Status, c.File.Licence.EndedBecause) = (how, "");
        Deliver(c, new LicenceOver());
        if (c.File.Case.Kind == LicenceKind.Import)
            Tell(c, RegisterWord.TakenBack(null));
    }

    public bool Reinstate(CaseInWorld c, Somebody who)
    {
        if (c.File.Licence is not { Status: LicenceStatus.Suspended, ReinstatementBy: { } first })
            return false;
        if (!Allowed(() => Rules.PutInForce(c.File, who.Id, World.Today)))
            return false;
        Facts.Add(new LicenceBack(c, first, who.Id));
        Deliver(c, new LicenceResumed());
        if (c.File.Case.Kind == LicenceKind.Import)
            Tell(c, RegisterWord.ConfirmedAgain);
        return true;
    }

    public bool ProposeAmendment(CaseInWorld c, Statement to, Somebody who)
    {
        var (licence, now) = (c.File.Licence!, InRegister.Content(c.File.Licence!));
        ImportLicenceContent? amended = null;
        if (
            !Allowed(() =>
                amended = AmendAuthorisation.Amended(
                    c.File,
                    now,
                    to.ExpiresOn,
                    null,
                    to.Quantities,
                    Left(),
                    World.Today
                )
            )
            || AmendAuthorisation.Changes(now.Authorisation, amended!.Authorisation).Count == 0
        )
            return false;
        (licence.AmendmentBy, licence.AmendmentBecause, licence.AmendmentContent) = (who.Id, "", Wire.Write(amended));
        return true;
    }

    public bool ConfirmAmendment(CaseInWorld c, Somebody who)
    {
        if (c.File.Licence is not { AmendmentBy: { } first } licence)
            return false;
        ImportLicenceContent? amended = null;
        if (!Allowed(() => amended = Rules.Amended(c.File, who.Id, Left(), World.Today)))
            return false;
        AmendAuthorisation.PutInForce(licence, Wire.Write(amended!), amended!);
        var due = c.File.DueTimes.Single(d => d.Kind == DueKind.LicenceExpiry);
        c.File.DueTimes.Remove(due);
        SetDue(c, new Wait(DueKind.LicenceExpiry, licence.ExpiresOn), due.Visit);
        Facts.Add(new AuthorisationAmended(c, first, who.Id));
        Tell(c, RegisterWord.Restated);
        return true;
    }

    // By line of the authorisation: the exporting State tells it with each exit.
    private Dictionary<int, decimal> Left() =>
        World
            .Cases.SelectMany(c =>
                c.Drawn.Select(d => (c.File.Reservations.Find(r => r.Id == d.Reservation)!.AuthorisedLine, d.Amount))
            )
            .GroupBy(d => d.AuthorisedLine)
            .ToDictionary(g => g.Key, g => g.Sum(d => d.Amount));

    // The register of the importing State speaks to the exporting State where it has spoken last.
    private void Tell(CaseInWorld import, RegisterWord word)
    {
        var said = World
            .Cases.SelectMany(c => c.File.Exchange.Where(d => d.Statement is not null).Select(d => (Case: c, Said: d)))
            .ToList();
        if (said.Count == 0)
            return;
        var its = said.MaxBy(s => s.Said.Statement).Case;
        if (word.To(its.File, [.. said.Select(s => s.Said)], import.File.Licence!, World.Today) is { } entry)
            Take(its, entry);
    }

    /// <summary>The refusal is contested by the applicant, or the authority thinks better of it.</summary>
    public bool Reopen(CaseInWorld c, bool onAppeal)
    {
        if (!Allowed(() => Appeals.RequireInTime(c.File, World.Now)))
            return false;
        if (onAppeal)
            (c.File.Case.IsOnAppeal, c.HandsBeforeAppeal) = (true, c.Hands);
        Appeals.Reopen(c.File, Guid.Empty, World.Now, "");
        Deliver(c, new RefusalReopened());
        return true;
    }

    public bool Return(CaseInWorld c, Somebody who)
    {
        if (!Allowed(() => Rules.RequireOtherOfficers(c.File, who.Id)))
            return false;
        TakeBackRecommendation(c.File);
        Deliver(c, new DecisionReturned());
        return true;
    }

    public bool Recommend(CaseInWorld c, Verdict verdict, Somebody who)
    {
        if (
            !Allowed(() => Rules.RequireOtherOfficers(c.File, who.Id))
            || !Allowed(() => RecommendDecision.RequireNothingOutstanding(c.File))
            || (verdict != Verdict.Refuse && Rules.Unmet(c.File, World.Today).Count > 0)
        )
            return false;
        c.File.Recommendations.Add(
            new Recommendation
            {
                Id = World.NewId(),
                CaseId = c.File.Case.Id,
                Verdict = verdict,
                Conditions = [],
                Reasons = [],
                Note = "",
                ExpiresOn = null,
                By = who.Id,
                At = World.Now,
            }
        );
        c.Hands = [.. c.Hands.Append(who.Id).Distinct()];
        Deliver(c, new RecommendationGiven());
        return true;
    }

    public bool Decide(CaseInWorld c, Somebody who)
    {
        if (c.File.Pending is not { } pending)
            return false;
        var verdict = pending.Verdict;
        if (!Allowed(() => Rules.Decidable(c.File, verdict, who.On(World))))
            return false;
        c.File.Decisions.Add(
            new Decision
            {
                Id = World.NewId(),
                CaseId = c.File.Case.Id,
                RecommendationId = pending.Id,
                Verdict = verdict,
                Conditions = [],
                Reasons = [],
                TextForApplicant = "",
                Note = "",
                ExpiresOn = null,
                By = who.Id,
                At = World.Now,
            }
        );
        c.Hands = [.. c.Hands.Append(who.Id).Distinct()];
        Facts.Add(new DecisionMade(c, pending.By, who.Id));
        Deliver(c, new DecisionTaken(verdict));
        return true;
    }

    public static void TakeBackRecommendation(CaseFile file)
    {
        if (file.Pending is { } pending)
            pending.ReturnedBecause = "Returned.";
    }

    /// <summary>An officer records what a State's paper says, dated today.</summary>
    public bool Record(CaseInWorld c, Country from, ExchangeKind kind, string content, Somebody who)
    {
        if (
            Request(c, from) is not { } request
            || c.File.RecordedAnswers.Exists(a => a.Status == RecordingStatus.Pending)
        )
            return false;
        if (
            Answering.Obstacle(c.File, request, kind) is not null
            || !Allowed(() => Answering.RequireNothingNewer(c.File, request, kind, content, World.Today, World.Now))
        )
            return false;
        c.File.RecordedAnswers.Add(
            new RecordedAnswer
            {
                Id = World.NewId(),
                CaseId = c.File.Case.Id,
                RequestId = request.Id,
                Kind = kind,
                From = from,
                Authorisation = request.Authorisation,
                DatedOn = World.Today,
                Content = content,
                OriginalId = Guid.Empty,
                SenderId = Guid.Empty,
                RecordedBy = who.Id,
                RecordedAt = World.Now,
            }
        );
        return true;
    }

    public bool Confirm(CaseInWorld c, Somebody who)
    {
        var recorded = c.File.RecordedAnswers.Find(a => a.Status == RecordingStatus.Pending);
        ExchangeEntry? entry = null;
        if (recorded is null || !Allowed(() => entry = Rules.Confirmed(c.File, recorded, who.Id)))
            return false;
        recorded.Status = RecordingStatus.Confirmed;
        return Take(c, entry!);
    }

    public bool Declare(CaseInWorld c, (decimal First, decimal Second) amounts, int atOnce)
    {
        var file = c.File;
        if (file.Shipments.Count(s => s.Status is not (ShipmentStatus.Cancelled or ShipmentStatus.Settled)) >= atOnce)
            return false;
        var ships = World.Today > Universe.Shipping ? World.Today : Universe.Shipping;
        var given = new ShipmentGiven
        {
            Lines =
            [
                .. new[] { (1, amounts.First), (2, amounts.Second) }
                    .Where(l => l.Item2 > 0)
                    .Select(l => new ShippedLineGiven { Line = l.Item1, Amount = l.Item2 }),
            ],
            ShipsOn = ships,
            ArrivesOn = ships > Universe.Arrival ? ships : Universe.Arrival,
            Carrier = "Carrier",
            Conveyance = "Ship",
            ExitPost = "Post",
        };
        ShipmentDeclaration? declaration = null;
        if (
            !Allowed(() =>
                declaration = given.Read(file, ReleaseGate.Content(file), World.Today, new HashSet<Country>())
            )
        )
            return false;
        file.Shipments.Add(
            new Shipment
            {
                Id = World.NewId(),
                CaseId = file.Case.Id,
                LicenceId = file.Licence!.Id,
                Sequence = file.Shipments.Count + 1,
                Number = "",
                Declaration = declaration!,
                DeclaredBy = Guid.Empty,
                DeclaredAt = World.Now,
            }
        );
        return true;
    }

    public bool Release(CaseInWorld c, Shipment shipment)
    {
        if (
            shipment.Status != ShipmentStatus.Declared
            || !Allowed(c.File.RequireNoRefusalOnTheDesk)
            || !Allowed(() => Rules.Release(c.File, shipment, World.Today))
        )
            return false;
        shipment.Status = ShipmentStatus.Released;
        shipment.ConditionsMet = ReleaseGate.Conditions(c.File, shipment);
        Facts.Add(new ShipmentReleased(c, shipment));
        return true;
    }

    public bool Leave(CaseInWorld c, Shipment shipment, bool all)
    {
        var file = c.File;
        if (shipment.Status != ShipmentStatus.Released || !Allowed(file.RequireNoRefusalOnTheDesk))
            return false;
        IReadOnlyList<ShippedLine> rest = ReleaseGate.Released(file, shipment);
        if (!all && rest.Sum(l => l.Amount) < 2)
            return false;
        IReadOnlyList<ShippedLine> lines = all ? rest : [rest[0] with { Amount = 1 }];
        Release? leave = null;
        if (!Allowed(() => leave = Rules.Leave(file, shipment, lines, World.Today)))
            return false;
        file.Exits.Add(
            new ShipmentExit
            {
                Id = World.NewId(),
                ShipmentId = shipment.Id,
                CaseId = file.Case.Id,
                Sequence = file.Exits.Count + 1,
                Lines = leave!.Lines,
                LeftOn = leave.On,
                Post = "",
                RecordedBy = Guid.Empty,
                RecordedAt = World.Now,
            }
        );
        foreach (var down in leave.DrawDowns)
            c.Drawn.Add((ReleaseGate.Record(file, down.From).Id, down.Amount));
        Facts.Add(new GoodsGone(c, shipment, lines));
        if (ReleaseGate.Released(file, shipment).Count == 0)
            Departures.End(file, shipment, null);
        if (ReleaseGate.Content(file).IsExhaustedBy(ReleaseGate.Gone(file)))
            End(c, LicenceStatus.Exhausted);
        return true;
    }

    public bool Hold(CaseInWorld c, Shipment shipment, bool seize)
    {
        var file = c.File;
        if (!EndLicence.HasNotLeft(shipment) || (!seize && (file.IsHeld(shipment) || !file.Licence!.IsOpen)))
            return false;
        foreach (var old in file.Holds.Where(h => h.ShipmentId == shipment.Id && h.LiftedAt is null))
            old.LiftedAt = World.Now;
        file.Holds.Add(
            new ShipmentHold
            {
                Id = World.NewId(),
                ShipmentId = shipment.Id,
                CaseId = file.Case.Id,
                IsSeizure = seize,
                Because = "Doubt.",
                Post = "",
                By = Guid.Empty,
                At = World.Now,
            }
        );
        if (!seize)
            return true;
        shipment.Status = ShipmentStatus.Seized;
        Deliver(c, new ShipmentChanged());
        return true;
    }

    public bool Lift(CaseInWorld c, Shipment shipment)
    {
        var hold = c.File.Holds.Find(h => h.ShipmentId == shipment.Id && h is { LiftedAt: null, IsSeizure: false });
        if (hold is null)
            return false;
        hold.LiftedAt = World.Now;
        if (c.File.Licence!.IsOpen)
            return true;
        Departures.End(c.File, shipment, "The licence is over.");
        Deliver(c, new ShipmentChanged());
        return true;
    }

    public bool Settle(CaseInWorld c, Shipment shipment)
    {
        if (!c.File.IsUnderway(shipment) || shipment.Status == ShipmentStatus.Released)
            return false;
        (shipment.Status, shipment.SettledAt) = (ShipmentStatus.Settled, World.Now);
        Deliver(c, new ShipmentChanged());
        return true;
    }

    public bool Cancel(CaseInWorld c, Shipment shipment)
    {
        if (!EndLicence.HasNotLeft(shipment) || c.File.IsHeld(shipment))
            return false;
        Departures.End(c.File, shipment, "Not needed.");
        Deliver(c, new ShipmentChanged());
        return true;
    }

    /// <summary>The timetable notes that a last day has passed. It may come late.</summary>
    public bool Wake(CaseInWorld c)
    {
        var due = c.File.DueTimes.Find(d => d.DueAt <= World.Now);
        if (due is null)
            return false;
        c.File.DueTimes.Remove(due);
        Deliver(c, new DeadlineReached(due.Kind, due.Visit));
        return true;
    }

    /// <summary>Nothing happens until the day before, the day of or the day after something falls due.</summary>
    public bool Wait(Universe universe)
    {
        var next = universe
            .Deadlines(World)
            .SelectMany(d => new[] { d.AddDays(-1), d, d.AddDays(1) })
            .Where(d => d > World.Today)
            .Select(d => (DateOnly?)d)
            .Min();
        if (next is null)
            return false;
        World.Today = next.Value;
        return true;
    }

    /// <summary>To be called when all has happened: what a case holds of the authorisation is what the others can see of it, and what no rule reads again
    /// is forgotten.</summary>
    /// <param name="whole">Keep all that States have said: a paper that is read later is compared with all of it.</param>
    public void Settled(bool whole)
    {
        foreach (var c in World.Cases.Where(c => !c.WasEnded))
        {
            c.Asked.RemoveAll(a => !a.MayCount(World.Today));
            Forget(c, whole);
            c.WasEnded = c.HasEnded;
            var others = (List<HeldReservation>)c.File.OtherReservations;
            others.Clear();
            foreach (var other in World.Cases.Where(other => other != c))
            foreach (var reservation in other.File.Reservations)
                others.Add(
                    Rules.Held(
                        reservation,
                        other.File.Licence!.EndedAt is not null,
                        other.Drawn.Where(d => d.Reservation == reservation.Id).Sum(d => d.Amount)
                    )
                );
        }
    }

    private static void Forget(CaseInWorld c, bool whole)
    {
        var file = c.File;
        ForgetHands(file);
        file.RecordedAnswers.RemoveAll(a => a.Status != RecordingStatus.Pending);
        file.Holds.RemoveAll(h => h.LiftedAt is not null);
        file.Shipments.RemoveAll(s => s.Status == ShipmentStatus.Cancelled);
        if (whole || file.Exchange.Count + file.SaidElsewhere.Count == 0)
            return;
        var statement = LastStatement(file);
        var kept = new List<ExchangeDocument?>(12)
        {
            statement,
            file.Exchange.FindLast(d => d.InReplyTo == statement?.InReplyTo && d.From == file.Case.ImportingState),
            file.Exchange.FindLast(d => d.From == file.Case.ImportingState),
        };
        foreach (var state in file.Exchange.Where(d => d.From == file.Case.ExportingState).Select(d => d.To).Distinct())
        {
            // The latest request, what it was answered last, and of a transit State its last word and what it was asked for that.
            var request = Request(c, state);
            kept.Add(request);
            kept.Add(file.Exchange.FindLast(d => d.InReplyTo == request!.Id));
            if (state == file.Case.ImportingState)
                continue;
            var word = file.Exchange.FindLast(d => d.From == state && d.Kind != ExchangeKind.TransitAcknowledgement);
            kept.Add(word);
            kept.Add(file.Exchange.Find(d => d.Id == word?.InReplyTo));
        }
        file.Exchange.RemoveAll(d => !kept.Contains(d));
        file.SaidElsewhere.RemoveAll(d => !kept.Contains(d));
    }

    // Who had a hand in a refusal has none in the appeal against it: of each person the first is enough. Once there is a licence nobody asks.
    private static void ForgetHands(CaseFile file)
    {
        if (file.Licence is not null)
        {
            file.Recommendations.Clear();
            file.Decisions.Clear();
            return;
        }
        var pending = file.Pending;
        var recommended = file.Recommendations.DistinctBy(r => r.By).ToHashSet();
        file.Recommendations.RemoveAll(r => r != pending && !recommended.Contains(r));
        var decided = file.Decisions.DistinctBy(d => d.By).ToHashSet();
        file.Decisions.RemoveAll(d => !decided.Contains(d));
    }

    public static ExchangeDocument? LastStatement(CaseFile file)
    {
        ExchangeDocument? last = null;
        foreach (var said in file.Exchange)
            if (said.Statement > (last?.Statement ?? 0))
                last = said;
        foreach (var said in file.SaidElsewhere)
            if (said.Statement > (last?.Statement ?? 0))
                last = said;
        return last;
    }

    /// <summary>Whether the product lets it be done.</summary>
    private static bool Allowed(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception refusal) when (IsRefusal(refusal))
        {
            return false;
        }
    }

    /// <summary>A refusal is an answer. Whatever else the product throws is a fault, and comes out.</summary>
    public static bool IsRefusal(Exception thrown) =>
        thrown
            is NotPermittedException
                or FourEyesException
                or RefusedException
                or ChangedException
                or MalformedException;
}

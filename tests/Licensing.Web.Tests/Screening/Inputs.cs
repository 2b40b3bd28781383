namespace Licensing.Web.Tests.Screening;

/// <summary>What each rule of the catalogue reads, and by which act, page or import it comes into a dossier.</summary>
public static class Inputs
{
    private const string Goods = "case.lines.part_type case.lines.platform case.lines.qty";
    private const string Kits =
        $"{Goods} case.lines.finish_state case.lines.explodes_to case.lines.firearm_type case.lines.calibre";
    private const string Supplied =
        "case.parties.final_recipient case.parties.consignee history.final_recipient history.consignee history.date history.part_type history.platform history.qty history.calibre history.firearm_type";
    private const string Links =
        "parties.phone parties.email parties.address_key parties.beneficial_owner parties.bank_account parties.registration_no refuted_links links_not_followed reference.shared_values_ignored";
    private const string Templates = "reference.platforms reference.templates";
    private const string Recipient = "case.parties.final_recipient parties.type parties.authorisations";
    private const string ImportPaper =
        "case.import_authorisation.id case.import_authorisation.valid_from case.import_authorisation.valid_to case.import_authorisation.lines";
    private const string Notices =
        "case.transit_consents.state case.transit_consents.status case.transit_consents.given_on case.transit_consents.valid_to case.declared_transit case.route.legs.to_state";

    /// <summary>Fields of a dossier, or tables of the reference data, by rule.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> OfRules = new Dictionary<string, string>
    {
        ["DR-P01"] = $"{Kits} case.declared_as {Recipient} case.import_authorisation.lines {Templates}",
        ["DR-P02"] = $"{Kits} {Supplied} {Links} {Templates} history.exporter history.explodes_to parties.fleet",
        ["DR-P03"] = $"{Kits} {Supplied} {Links} {Templates} parties.type parties.fleet",
        ["DR-P04"] =
            $"{Kits} {Supplied} case.lines.category parties.quota parties.holdings history.in_holdings history.category",
        ["DR-P05"] = $"{Kits} {Supplied} parties.fleet reference.spare_rates",
        ["DR-P06"] = $"{Kits} {Supplied} {Links} {Recipient} parties.fleet",
        ["DR-P07"] = $"{Goods} case.lines.marking case.lines.serials_status case.lines.serials",
        ["DR-P08"] =
            "case.lines.serials case.lines.maker case.lines.model serial_register.serial serial_register.maker serial_register.model serial_register.custody serial_register.recipient serial_register.returned_on",
        ["DR-P09"] = "case.lines.serials case.lines.maker reference.maker_patterns",
        ["DR-P10"] = $"{Goods} case.lines.finish_state case.lines.description {Recipient}",
        ["DR-P11"] = $"{Kits} {Supplied} {Links} history.finish_state",
        ["DR-P12"] = $"{Goods} case.lines.select_fire {Recipient}",
        ["DR-P13"] = $"{Goods} case.lines.description case.lines.hs case.lines.calibre parties.holdings",
        ["DR-P14"] =
            $"{Goods} {Supplied} case.lines.model case.lines.compatible_model history.model history.compatible_model reference.lists.convertible_models",
        ["DR-P15"] = $"case.lines.resulting_category {Recipient}",
        ["DR-P16"] = $"{Goods} case.lines.hs case.lines.description reference.platforms reference.hs_by_platform",
        ["DR-P17"] = $"{Goods} {Recipient}",
        ["DR-P18"] = $"{Goods} {Supplied} case.lines.deactivated history.deactivated",
        ["DR-P19"] = $"{Goods} {Supplied} {Recipient}",
        ["DR-E01"] = "case.parties.final_recipient",
        ["DR-E02"] = "case.parties.consignee case.parties.final_recipient case.onward_delivery_undertaking",
        ["DR-E03"] = "case.parties.final_recipient parties.type",
        ["DR-E04"] = "case.parties.final_recipient parties.registered_on parties.type",
        ["DR-E05"] = "case.parties.final_recipient parties.address_type parties.type",
        ["DR-E06"] =
            $"{Links} watch.party watch.resolved incidents.party reference.lists.sanctions case.parties.broker case.parties.payer",
        ["DR-E07"] =
            "watch.party watch.kind watch.date watch.item_class watch.authority watch.resolved case.lines.part_type",
        ["DR-E08"] = "incidents.party incidents.kind incidents.status incidents.resolution watch.kind watch.resolved",
        ["DR-E09"] =
            "parties.name parties.country parties.registration_no parties.birth_date reference.lists.sanctions",
        ["DR-E10"] = $"{Recipient} case.lines.category",
        ["DR-E11"] = "case.end_use parties.type parties.business_arms reference.end_use_matrix",
        ["DR-E12"] = $"{Goods} {Supplied} parties.type history.temporary case.lines.temporary",
        ["DR-E13"] = "parties.beneficial_owner parties.listed parties.type",
        ["DR-E14"] =
            "parties.phone parties.email parties.country parties.contact_changed_on reference.states reference.webmail_domains case.received_on",
        ["DR-R01"] = "case.declared_transit case.route.legs.to_state case.route.legs.stop",
        ["DR-R02"] = Notices,
        ["DR-R03"] = $"{Notices} case.transit_consents.requested_on",
        ["DR-R04"] = $"{Notices} case.route.legs.mode case.route.legs.date",
        ["DR-R05"] =
            "case.country_import case.route.legs.to_state parties.country case.embargo_exemptions reference.lists.embargo",
        ["DR-R06"] = "case.country_import case.route.legs.to_state reference.lists.high_risk",
        ["DR-R07"] = "case.route.direct_km case.route.legs.km",
        ["DR-R08"] = "case.route.legs.to_state case.route.legs.stop case.route.legs.dwell_days reference.lists.hubs",
        ["DR-R09"] = "case.route.legs.to_state reference.states reference.lists.embargo",
        ["DR-R10"] =
            "case.amendments.field case.amendments.changed_on case.export_licence.issued_on case.planned_ship_date case.exit_date",
        ["DR-R11"] = "case.route.legs.ftz parties.address_ftz",
        ["DR-R12"] =
            "case.landlocked_arrangement arrangements case.declared_transit case.transport_mode reference.states reference.lists.landlocked_arrangements",
        ["DR-R13"] =
            "case.conveyance.carrier case.conveyance.flag_changed_on case.conveyance.identity_changed_on case.tracking.gaps case.tracking.unscheduled_stops reference.lists.carriers",
        ["DR-R14"] = "case.transit_consents.state case.transit_consents.import_info_sent_on case.planned_ship_date",
        ["DR-D01"] =
            "case.export_licence.place_of_issue case.export_licence.issued_on case.export_licence.valid_to case.country_export case.country_import case.lines.description case.lines.qty case.declared_transit",
        ["DR-D02"] = "case.import_authorisation.id",
        ["DR-D03"] = $"{ImportPaper} case.eta",
        ["DR-D04"] = $"{ImportPaper} {Goods}",
        ["DR-D05"] = $"{ImportPaper} {Goods}",
        ["DR-D06"] =
            "case.import_authorisation.issued_on case.export_licence.issued_on case.euc.issued_on case.order_date case.planned_ship_date",
        ["DR-D07"] =
            "case.import_authorisation.id case.import_authorisation.single_use import_auth_usage.import_authorisation import_auth_usage.export_licence import_auth_usage.part_type import_auth_usage.qty import_auth_usage.platform import_auth_usage.shipped_qty import_auth_usage.status",
        ["DR-D08"] =
            "case.import_authorisation.verification case.import_authorisation.verified_on case.import_authorisation.channel case.euc.verification case.euc.verified_on case.euc.channel",
        ["DR-D09"] = "case.export_licence.valid_from case.export_licence.valid_to case.planned_ship_date",
        ["DR-D10"] =
            $"{Goods} case.documents.kind case.documents.qty case.documents.net_kg case.declared_net_kg reference.part_kg",
        ["DR-D11"] =
            "case.euc.number case.euc.sha256 case.euc.signatory case.import_authorisation.sha256 case.import_authorisation.signatory case.import_authorisation.issuer document_register.number document_register.sha256 document_register.supersedes reference.signatories reference.competent_authorities",
        ["DR-D12"] = "case.lines.description case.lines.unit",
        ["DR-D13"] = "case.amendments.field case.amendments.changed_on case.export_licence.issued_on",
        ["DR-T01"] = "case.parties.broker reference.lists.brokers",
        ["DR-T02"] = "case.payment.method case.payment.payer_country case.parties.payer case.total_value",
        ["DR-T03"] = $"case.order_channel case.identity_verified parties.type {Goods}",
        ["DR-T04"] = $"case.transport_mode {Goods} {Supplied} history.mode",
        ["DR-T05"] =
            $"{Goods} case.lines.unit_value case.currency reference.price_medians reference.price_samples reference.price_currency",
        ["DR-T06"] = $"{Goods} {Supplied} history.order_value reference.lists.thresholds",
        ["DR-T07"] = $"{Goods} {Supplied}",
        ["DR-T08"] = "case.euc.present case.euc.signed case.euc.reexport_clause",
        ["DR-T09"] = "case.freight_cost case.total_value",
        ["DR-S01"] = "case.exit_date case.delivery.verified_on",
        ["DR-S02"] = $"{Goods} case.delivery.lines",
        ["DR-S03"] = "case.lines.serials case.delivery.serials",
        ["DR-S04"] = "case.delivery.state case.delivery.party case.country_import",
        ["DR-S05"] =
            "seizures.maker seizures.model seizures.serial seizures.recovered_on seizures.place serial_register.serial serial_register.recipient serial_register.delivered_on",
        ["DR-S06"] = "incidents.kind incidents.case_id incidents.date incidents.status",
        ["DR-S07"] = "psv_results.party psv_results.result psv_results.date psv_results.resolved",
        ["DR-S08"] =
            $"{Goods} case.export_licence.id case.export_licence.lines drawdown.message_id drawdown.export_licence drawdown.part_type drawdown.platform drawdown.qty",
        ["DR-S09"] = "history.ref history.final_recipient history.exit_date history.verified_on",
        ["DR-Q02"] = "list_meta reference.list_meta",
        ["DR-Q03"] = "case.simplified_procedure.purpose case.simplified_procedure.return_by",
    }.ToDictionary(r => r.Key, r => r.Value.Split(' '));

    private const string Application = "PUT /api/exporter/applications/{id:guid}";
    private const string Papers = "POST /api/exporter/applications/{id:guid}/documents";
    private const string Confirmation = "POST /api/correspondent/requests/{id:guid}/confirmation";
    private const string Notice = "POST /api/correspondent/requests/{id:guid}/no-objection";
    private const string Receipt = "POST /api/correspondent/requests/{id:guid}/receipt";
    private const string Decision = "POST /api/officer/cases/{id:guid}/decision";
    private const string Register = "POST /api/officer/registers/{register}";
    private const string Exit = "POST /api/customs/shipments/{id:guid}/exits";
    private const string Movement = "POST /api/customs/shipments/{id:guid}/movements";
    private const string Reference = "POST /api/administrator/reference";

    /// <summary>The act that writes it, by the field of a dossier or by what it begins with; the longest that fits counts. Each act has its
    /// page in the portal.</summary>
    public static readonly IReadOnlyDictionary<string, string> Sources = new Dictionary<string, string>
    {
        ["case."] = Application,
        ["case.case_id"] = "POST /api/exporter/applications/{id:guid}/submission",
        ["case.received_on"] = "POST /api/exporter/applications/{id:guid}/submission",
        ["case.documents."] = Papers,
        ["case.onward_delivery_undertaking"] = Papers,
        ["case.euc.sha256"] = Papers,
        ["case.euc.present"] = Papers,
        ["case.euc.verification"] = Register,
        ["case.euc.verified_on"] = Register,
        ["case.euc.channel"] = Register,
        ["case.transit_consents."] = Notice,
        ["case.import_authorisation."] = Confirmation,
        ["case.import_authorisation.sha256"] = Papers,
        ["case.import_authorisation.channel"] = Register,
        ["case.import_authorisation.signatory"] = Register,
        ["case.import_authorisation.issuer"] = Register,
        ["case.export_licence."] = Decision,
        ["case.identity_verified"] = Register,
        ["case.embargo_exemptions"] = Register,
        ["case.conveyance.flag_changed_on"] = Register,
        ["case.conveyance.identity_changed_on"] = Register,
        ["case.tracking."] = Register,
        ["case.landlocked_arrangement"] = "POST /api/officer/arrangements",
        ["arrangements"] = "POST /api/officer/arrangements",
        ["case.amendments."] = Movement,
        ["case.exit_date"] = Exit,
        ["case.delivery."] = Receipt,
        ["parties."] = Register,
        ["parties.name"] = Application,
        ["parties.country"] = Application,
        ["parties.phone"] = Application,
        ["parties.email"] = Application,
        ["parties.address_key"] = Application,
        ["parties.registration_no"] = Application,
        ["parties.contact_changed_on"] = Application,
        ["history."] = Application,
        ["history.exit_date"] = Exit,
        ["history.verified_on"] = Receipt,
        ["history.temporary"] = Register,
        ["history.in_holdings"] = Register,
        ["serial_register."] = Exit,
        ["seizures."] = Register,
        ["import_auth_usage."] = Decision,
        ["watch."] = Register,
        ["drawdown."] = Exit,
        ["incidents."] = "POST /api/company/reports",
        ["incidents.resolution"] = Register,
        ["psv_results."] = Register,
        ["document_register."] = Register,
        ["list_meta"] = Reference,
        ["links_not_followed"] = Application,
        ["refuted_links"] = "POST /api/officer/cases/{id:guid}/refuted-links",
        ["reference."] = Reference,
    };

    public static string? SourceOf(string input) =>
        Sources
            .Where(s => s.Key.EndsWith('.') ? input.StartsWith(s.Key, StringComparison.Ordinal) : input == s.Key)
            .OrderByDescending(s => s.Key.Length)
            .Select(s => s.Value)
            .FirstOrDefault();
}

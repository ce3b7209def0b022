package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.UpcomingActions.Event;
import io.dawsos.agent.financialanalyst.UpcomingActions.Notifications;
import io.dawsos.agent.financialanalyst.UpcomingActions.Summary;
import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.CorporateAction;
import io.dawsos.portfolio.explain.ExpectedDividend;
import io.dawsos.portfolio.explain.Explanations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What issuers do to the securities held. */
public final class CorporateActionsCapabilities {

    private static final int URGENT_DAYS = 7;
    private static final String DECLARED = "declared";
    private static final String ESTIMATED = "estimated";
    private static final String METHOD =
            "Estimated are dividends that nobody has declared yet: those of the last twelve months come again a year later, with the same amount"
                    + " for one unit.";

    private final Explanations sources;

    public CorporateActionsCapabilities(Explanations sources) {
        this.sources = sources;
    }

    @Capability(
            value = "corporate_actions.upcoming",
            doc =
                    "Dividends and splits of what is held with an ex-date or a pay date in the coming days, declared or estimated, and the cash to expect"
                            + " from them, in base currency at the pack's exchange rates.")
    public Answer<UpcomingActions> upcoming(UpcomingRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        LocalDate today = scope.pack().date();
        LocalDate last = today.plusDays(request.daysAhead());
        Outlooks outlook = Outlooks.read(sources, scope);
        List<Event> events = new ArrayList<>();
        outlook.dividends().dividendsUntil(last).forEach(dividend -> events.add(event(dividend, today, outlook)));
        outlook.dividends().splitsUntil(last).forEach(split -> events.add(event(split, outlook)));
        events.sort(Comparator.comparing(Event::date).thenComparing(Event::symbol));
        UpcomingActions upcoming = new UpcomingActions(
                today, last, scope.base(), METHOD, events, summary(events), notifications(events, today));
        return Answers.of(upcoming, context).by(outlook.dividends().providers()).warning(warnings(events, outlook));
    }

    private static Event event(ExpectedDividend dividend, LocalDate today, Outlooks outlook) {
        Optional<BigDecimal> rate = outlook.rate(dividend.currency());
        return new Event(
                dividend.exDate().isAfter(today) ? dividend.exDate() : dividend.due(),
                dividend.symbol(),
                "dividend",
                dividend.estimated() ? ESTIMATED : DECLARED,
                dividend.exDate(),
                dividend.payDate(),
                dividend.units(),
                Optional.of(dividend.amount()),
                Optional.of(dividend.currency()),
                Optional.of(dividend.gross()),
                rate,
                rate.map(dividend.gross()::multiply),
                rate.flatMap(fx -> dividend.net().map(fx::multiply)),
                Optional.empty(),
                dividend.basis());
    }

    private static Event event(CorporateAction split, Outlooks outlook) {
        return new Event(
                split.exDate(),
                split.symbol(),
                "split",
                DECLARED,
                split.exDate(),
                split.payDate(),
                outlook.dividends().held().getOrDefault(split.symbol(), BigDecimal.ZERO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(split.ratio()),
                split.provider());
    }

    private static Summary summary(List<Event> events) {
        return new Summary(
                (int) count(events, DECLARED),
                (int) count(events, ESTIMATED),
                cash(events, DECLARED),
                cash(events, ESTIMATED));
    }

    private static long count(List<Event> events, String status) {
        return events.stream().filter(event -> event.status().equals(status)).count();
    }

    private static BigDecimal cash(List<Event> events, String status) {
        return events.stream()
                .filter(event -> event.status().equals(status))
                .flatMap(event -> event.portfolioImpact().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Notifications notifications(List<Event> events, LocalDate today) {
        List<String> urgent = new ArrayList<>();
        List<String> later = new ArrayList<>();
        for (Event event : events) {
            boolean soon = !event.date().isAfter(today.plusDays(URGENT_DAYS));
            (soon ? urgent : later)
                    .add(event.date() + ": " + event.status() + " " + event.type() + " of " + event.symbol());
        }
        return new Notifications(urgent, later);
    }

    private static List<String> warnings(List<Event> events, Outlooks outlook) {
        List<String> warnings = new ArrayList<>();
        outlook.dividends()
                .held()
                .keySet()
                .forEach(symbol -> outlook.dividends()
                        .unknown(symbol)
                        .ifPresent(reason -> warnings.add("Nothing is estimated: " + reason)));
        events.stream()
                .filter(event -> event.expectedCash().isPresent()
                        && event.portfolioImpact().isEmpty())
                .flatMap(event -> event.currency().stream())
                .distinct()
                .forEach(currency -> warnings.add("The pack has no rate " + currency + "/" + outlook.base()));
        return warnings;
    }
}

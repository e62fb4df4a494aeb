package io.innkeeper.console;

import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Grid;
import io.innkeeper.console.view.Grid.Cell;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.SeatView;
import io.innkeeper.console.view.SeatView.Seat;
import io.innkeeper.console.view.SeatView.Tier;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.UsageEmptyView;
import io.innkeeper.console.view.UsageGridView;
import io.innkeeper.console.view.UsageHead;
import io.innkeeper.console.view.UsageScreen;
import io.innkeeper.console.view.Words;
import io.innkeeper.http.Csv;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The tab “Subscription”: the month's seats, their tier and what they come to. */
final class UsageSeats {
  private final SeatBook seats;
  private final UsageHeads heads;

  UsageSeats(MoneyParts money, UsageHeads heads) {
    this.seats = money.seats();
    this.heads = heads;
  }

  private Optional<SeatView> found(Looking looking) {
    return seats.of(looking.organisation().id(), YearMonth.from(looking.period().shown()));
  }

  UsageScreen view(Looking looking) {
    UsageHead head = heads.head(looking, UsageTab.SUBSCRIPTION);
    Optional<SeatView> found = found(looking);
    if (found.isEmpty()) return new UsageEmptyView(head, none(looking));
    SeatView month = found.get();
    Address address = looking.to(UsageTab.SUBSCRIPTION);
    UsagePaged<Seat> part = UsagePaged.of(month.seats(), looking, address);
    return new UsageGridView(
        head,
        figures(looking, month),
        Optional.of(tiers(looking, month)),
        new Listing(
            address.path(),
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            part.paging(),
            looking.words().tell("found: %s", month.seats().size())),
        grid(looking, month, part.items()),
        Optional.empty(),
        List.of(Sentence.of(how(looking, month))));
  }

  private static Empty none(Looking looking) {
    Words words = looking.words();
    return Empty.none(
        words.say("No seats are billed"),
        words.say("This organisation pays for what its models cost, and for no seats."));
  }

  private static List<Figure> figures(Looking looking, SeatView month) {
    Words words = looking.words();
    Formats formats = looking.formats();
    String name = formats.month(month.month());
    return List.of(
        new Figure(
            words.say("In all"),
            List.of(
                new Figure.Part(month.currency(), true),
                new Figure.Part(formats.money(month.total()), false)),
            "",
            Sentence.of(
                words.say(month.settled() ? "the month is closed" : "so far; the month is open"))),
        new Figure(
            words.say("Seats"),
            List.of(new Figure.Part(formats.count(month.count()), false)),
            "",
            Sentence.of(name)),
        new Figure(
            words.say("Current tier"),
            List.of(
                new Figure.Part(month.currency(), true),
                new Figure.Part(formats.money(month.price()), false)),
            "",
            Sentence.of(words.say("a seat and month"))));
  }

  private static Grid tiers(Looking looking, SeatView month) {
    Words words = looking.words();
    return new Grid(
        words.say("Tiers"),
        "plain",
        List.of(
            new Listing.Column(words.say("Seats"), "", "", ""),
            new Listing.Column(words.tell("Each, %s a month", month.currency()), "", "", "num")),
        month.tiers().stream().map(tier -> tier(looking, tier)).toList(),
        Optional.empty());
  }

  private static Grid.Row tier(Looking looking, Tier tier) {
    String range = tier.to() == 0 ? tier.from() + "+" : tier.from() + "–" + tier.to();
    List<Fact.Tag> marks =
        tier.current() ? List.of(Fact.Tag.accent(looking.words().say("this month"))) : List.of();
    return Grid.Row.of(
        List.of(Cell.of(range).tagged(marks), Cell.num(looking.formats().money(tier.price()))));
  }

  private static Grid grid(Looking looking, SeatView month, List<Seat> shown) {
    Words words = looking.words();
    Formats formats = looking.formats();
    return new Grid(
        words.say("Seats"),
        "list seats",
        List.of(
            new Listing.Column(words.say("Person"), "", "", ""),
            new Listing.Column(words.say("Added"), "", "", "num r2"),
            new Listing.Column(words.say("Days billed"), "", "", "num r2"),
            new Listing.Column(month.currency(), "", "", "num")),
        shown.stream()
            .map(
                seat ->
                    Grid.Row.of(
                        List.of(
                            Cell.of(seat.name()).styled("name cut").over(seat.email()),
                            Cell.of(formats.date(seat.added())).styled("num r2 second"),
                            Cell.of(seat.days() + " / " + seat.monthDays()).styled("num r2"),
                            Cell.num(formats.money(seat.cost())))))
            .toList(),
        Optional.of(
            Grid.Row.of(
                List.of(
                    Cell.of(words.tell("Total, seats: %s", month.count())),
                    Cell.of("").styled("r2"),
                    Cell.of("").styled("r2"),
                    Cell.num(formats.money(month.total()))))));
  }

  private static String how(Looking looking, SeatView month) {
    return looking
        .words()
        .tell(
            "The number of seats decides one price for all of them. Who is added within the month"
                + " pays for the days that are left of its %s.",
            month.month().lengthOfMonth());
  }

  String csv(Looking looking) {
    StringBuilder text =
        new StringBuilder(
            Csv.quoted("name", "email", "added", "days", "days_in_month", "cost", "currency"));
    found(looking)
        .ifPresent(
            month ->
                month
                    .seats()
                    .forEach(
                        seat ->
                            text.append(
                                Csv.quoted(
                                    seat.name(),
                                    seat.email(),
                                    seat.added(),
                                    seat.days(),
                                    seat.monthDays(),
                                    seat.cost(),
                                    month.currency()))));
    return text.toString();
  }
}

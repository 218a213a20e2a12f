//! What holds for every matter, tried on a hundred thousand made-up ones.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code may stop at the first surprise")]

mod naive;

use std::sync::LazyLock;

use casebook_law::clock::{self, Act, Clock, EuSuspension, Fact, Matter, Settings, State};
use casebook_law::{Calendar, Place, Right};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

static CALENDARS: LazyLock<Vec<Calendar>> =
    LazyLock::new(|| Place::ALL.into_iter().map(Calendar::shipped).collect());

/// A matter that owns its facts.
#[derive(Clone, Debug)]
struct Made {
    right: Right,
    place: Place,
    received_on: NaiveDate,
    facts: Vec<Fact>,
    eu_suspension: EuSuspension,
}

impl Made {
    fn calendar(&self) -> &'static Calendar {
        CALENDARS.iter().find(|calendar| calendar.place() == self.place).unwrap()
    }

    fn matter(&self) -> Matter<'_> {
        Matter {
            right: self.right,
            place: self.place,
            received_on: self.received_on,
            facts: &self.facts,
            settings: Settings { eu_suspension: self.eu_suspension, ..Settings::default() },
        }
    }

    fn run(&self, today: NaiveDate) -> Clock {
        clock::run(&self.matter(), self.calendar(), today).unwrap()
    }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap()
}

/// Acts that move a clock come often, the others now and then.
fn act() -> impl Strategy<Value = Act> {
    let movers = prop::sample::select(vec![
        Act::IdentityAsked,
        Act::IdentityReceived,
        Act::AuthorityAsked,
        Act::AuthorityReceived,
        Act::ClarificationAsked,
        Act::ClarificationAsked,
        Act::ClarificationReceived,
        Act::ClarificationReceived,
        Act::Extended,
    ]);
    let any = prop::sample::select(Act::all().collect::<Vec<_>>());
    prop_oneof![4 => movers, 1 => any]
}

/// Received in the years around the published list; facts from a week before receipt to four months after.
fn made() -> impl Strategy<Value = Made> {
    let first = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap();
    let right = prop_oneof![
        3 => Just(Right::Access),
        1 => prop::sample::select(Right::ALL.to_vec()).prop_filter("has a month", |right| right.has_one_month()),
    ];
    let place = prop_oneof![3 => Just(Place::ALL[0]), 1 => prop::sample::select(Place::ALL.to_vec())];
    let facts = prop::collection::vec((0_u64..128, act()), 0..9);
    (right, place, 0_u64..1500, facts, any::<bool>()).prop_map(move |(right, place, day, facts, edpb)| {
        let week_before = later(first, day);
        Made {
            right,
            place,
            received_on: later(week_before, 7),
            facts: facts.into_iter().map(|(day, act)| Fact { on: later(week_before, day), act }).collect(),
            eu_suspension: if edpb { EuSuspension::Edpb } else { EuSuspension::None },
        }
    })
}

fn for_cases<S: Strategy>(cases: u32, strategy: &S, check: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(strategy, check).unwrap();
}

/// A hundred thousand in all, in two halves that run side by side.
#[test]
fn a_plain_walk_day_by_day_gives_the_same_dates() {
    std::thread::scope(|halves| {
        for _ in 0..2 {
            halves.spawn(|| the_plain_walk_agrees(50_000));
        }
    });
}

fn the_plain_walk_agrees(cases: u32) {
    for_cases(cases, &made(), |made| {
        let clock = made.run(made.received_on);
        let said = naive::Naive {
            started_on: clock.started_on,
            due_initial: clock.due_initial,
            due_final: clock.due_final,
            cautious_initial: clock.cautious_initial,
            cautious_final: clock.cautious_final,
        };
        prop_assert_eq!(said, naive::run(&made.matter(), made.calendar()));
        Ok(())
    });
}

/// The thirty days of a complaint, counted on fingers; whatever was asked or extended meanwhile (TIME-12).
#[test]
fn a_complaint_has_thirty_days_and_the_rest_of_a_closed_spell() {
    let duty_begins = NaiveDate::from_ymd_opt(2026, 6, 19).unwrap();
    for_cases(10_000, &made(), |made| {
        let complaint = Made { right: Right::Complaint, ..made };
        let has_ended =
            complaint.facts.iter().any(|fact| matches!(fact.act, Act::Withdrawn | Act::SubjectDied));
        let mut last = complaint.received_on;
        for _ in 0..30 {
            last = last.succ_opt().unwrap();
        }
        while !complaint.calendar().is_working_day(last) {
            last = last.succ_opt().unwrap();
        }
        let has_period = complaint.place.is_uk() && complaint.received_on >= duty_begins;
        let clock = complaint.run(complaint.received_on);
        let expected = has_period.then_some(last);
        prop_assert!(clock.due_initial == expected || (has_ended && clock.due_initial.is_none()));
        prop_assert_eq!(clock.due_final, clock.due_initial);
        Ok(())
    });
}

#[test]
fn every_clock_makes_sense_on_every_day() {
    for_cases(10_000, &(made(), 0_u64..400), |(made, days)| {
        let today = later(made.received_on, days);
        let clock = made.run(today);
        let opened = |day: Option<NaiveDate>| day.is_none_or(|day| made.calendar().is_working_day(day));
        for last_day in [clock.due_initial, clock.due_final, clock.cautious_initial, clock.cautious_final] {
            prop_assert!(opened(last_day), "a last day is never closed");
            prop_assert!(last_day.is_none_or(|day| day > made.received_on));
        }
        prop_assert!(clock.cautious_initial <= clock.due_initial);
        prop_assert!(clock.cautious_final <= clock.due_final);
        prop_assert!(clock.due_initial <= clock.due_final);
        prop_assert!(clock.target_on <= clock.cautious_final);
        prop_assert!(clock.post_by_second < clock.post_by_first || clock.post_by_first.is_none());
        prop_assert!(clock.post_by_first < clock.cautious_final || clock.cautious_final.is_none());
        prop_assert_eq!(clock.due_final.is_some(), clock.cautious_final.is_some());
        prop_assert_eq!(clock.if_it_came_today.is_some(), clock.waiting.is_some());
        let stands_still = matches!(clock.state, State::NotStarted | State::Paused);
        prop_assert_eq!(clock.waiting.is_some(), stands_still);
        prop_assert!(clock.waiting.is_none() || clock.due_final.is_none());
        prop_assert!(clock.extension_until.is_none_or(|until| until >= today));
        prop_assert!(clock.working.iter().all(|step| step.text.ends_with('.')));
        let shows_overdue = clock.state == State::Overdue;
        prop_assert!(!shows_overdue || clock.due_final.is_some_and(|due| today > due));
        Ok(())
    });
}

#[test]
fn the_day_on_which_it_is_run_moves_no_date() {
    for_cases(5_000, &(made(), 0_u64..400), |(made, days)| {
        let (now, then) = (made.run(made.received_on), made.run(later(made.received_on, days)));
        prop_assert_eq!((now.started_on, now.due_initial), (then.started_on, then.due_initial));
        prop_assert_eq!((now.due_final, now.cautious_final), (then.due_final, then.cautious_final));
        prop_assert_eq!((now.target_on, now.post_by_first), (then.target_on, then.post_by_first));
        Ok(())
    });
}

/// A question and its answer: the day after receipt it was asked on, and how many days the answer took.
fn pause() -> impl Strategy<Value = (u64, u64)> {
    (0_u64..120, 0_u64..30)
}

#[test]
fn one_more_pause_never_makes_the_last_day_earlier() {
    let pauses = prop::collection::vec(pause(), 1..4);
    for_cases(5_000, &(made(), pauses), |(mut made, pauses)| {
        // Stray answers aside: one that closes another's question early makes the pause shorter, and rightly so.
        made.facts.retain(|fact| {
            !matches!(
                fact.act,
                Act::ClarificationAsked | Act::ClarificationReceived | Act::ClarificationRefused
            )
        });
        let mut before = made.run(made.received_on).due_final;
        for (asked, lasted) in pauses {
            let asked_on = later(made.received_on, asked);
            made.facts.push(Fact { on: asked_on, act: Act::ClarificationAsked });
            made.facts.push(Fact { on: later(asked_on, lasted), act: Act::ClarificationReceived });
            let after = made.run(made.received_on).due_final;
            if let Some((before, after)) = before.zip(after) {
                prop_assert!(before <= after, "{before} became {after}");
            }
            before = after;
        }
        Ok(())
    });
}

#[test]
fn any_dates_at_all_give_a_clock_or_an_error() {
    // Days since the year 0: around the years known, and all there are.
    let day = || {
        prop_oneof![3 => 736_000..768_000, 1 => -95_000_000..95_000_000_i32]
            .prop_map(|number| NaiveDate::from_num_days_from_ce_opt(number).unwrap())
    };
    let facts = prop::collection::vec((day(), act()), 0..4);
    for_cases(5_000, &(day(), day(), facts, 0..Right::ALL.len()), |(received_on, today, facts, right)| {
        let facts: Vec<Fact> = facts.into_iter().map(|(on, act)| Fact { on, act }).collect();
        let matter = Matter {
            right: Right::ALL[right],
            place: CALENDARS[0].place(),
            received_on,
            facts: &facts,
            settings: Settings { target_days: u32::MAX, post_margin_first: u32::MAX, ..Settings::default() },
        };
        let all_known =
            facts.iter().map(|fact| fact.on).chain([received_on, today]).all(|on| CALENDARS[0].knows(on));
        prop_assert!(all_known || clock::run(&matter, &CALENDARS[0], today).is_err());
        Ok(())
    });
}

#[test]
fn a_pause_of_eighty_years_is_leapt_over() {
    let on = |text: &str| text.parse::<NaiveDate>().unwrap();
    let facts = [
        Fact { on: on("2018-02-01"), act: Act::ClarificationAsked },
        Fact { on: on("2099-06-01"), act: Act::ClarificationReceived },
    ];
    let matter = Matter {
        right: Right::Access,
        place: CALENDARS[0].place(),
        received_on: on("2018-01-15"),
        facts: &facts,
        settings: Settings::default(),
    };
    let clock = clock::run(&matter, &CALENDARS[0], on("2026-11-22")).unwrap();
    assert_eq!(clock.due_final, Some(on("2099-06-16")), "15 days are left after 1 June 2099");
}

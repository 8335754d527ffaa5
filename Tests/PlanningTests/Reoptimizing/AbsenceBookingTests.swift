import Checking
import TestSupport
import Testing
import Workforce

@testable import Planning

/// How new absences are entered so that the rest of the week stays legal.
@Suite struct AbsenceBookingTests {
  private typealias Make = ScenarioFixtures

  /// Works 08:00-16:00 on the dates, by a contract.
  private func booking(
    _ contract: ContractSettings,
    on dates: [String],
    absences: [Absence] = []
  ) -> (booking: AbsenceBooking, inputs: PlanningInputs, roster: Roster) {
    var inputs = Make.inputs(people: Make.people("ada"), contracts: [contract])
    inputs.absences = absences
    let shifts = dates.map { text -> Shift in
      let start = Zone.utc.instant(at: Make.time("\(text)T08:00"))
      let end = start.adding(minutes: 480)
      return Shift(
        date: Make.date(text),
        start: start,
        end: end,
        segments: [ShiftSegment(kind: .work, start: start, end: end)],
        queues: ["phone"]
      )
    }
    let roster = Roster(
      week: Make.week,
      zone: .utc,
      tours: [Tour(employee: "ada", shifts: shifts)]
    )
    return (AbsenceBooking(inputs: inputs, roster: roster), inputs, roster)
  }

  private func sick(_ from: String, _ until: String) -> Absence {
    Absence(employee: "ada", from: Make.time(from), until: Make.time(until), kind: "sick")
  }

  private let week = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"]

  @Test func `whole dates are credited when that is legal`() {
    let contract = Make.contract(hours: 40...40, days: 5...5)
    let absence = sick("2026-03-04T00:00", "2026-03-05T00:00")
    let booked = booking(contract, on: week).booking.booked([absence])
    #expect(booked.absences == [absence])
    #expect(booked.notes == [])
  }

  @Test func `going home counts as a day away where the hours ask for it`() {
    let contract = Make.contract(hours: 40...40, days: 5...5)
    let absence = sick("2026-03-04T11:00", "2026-03-05T00:00")
    let booked = booking(contract, on: week).booking.booked([absence])
    #expect(booked.absences == [sick("2026-03-04T00:00", "2026-03-05T00:00")])
    #expect(
      booked.notes.map(\.message) == [
        "the absence of ada is entered so that only some of its dates count as days away: as it was "
          + "given, the rest of the published week would break a rule.",
        "ada went away during the shift of 2026-03-04; a roster holds whole shifts only, so all of it "
          + "is taken out and the cover before 2026-03-04T11:00 is shown too low.",
      ]
    )
  }

  @Test func `dates off are not credited where the worked rest would be too much`() {
    // Sick on Friday to Sunday: three credited dates would leave room for two shifts only.
    let contract = Make.contract(hours: 32...40, days: 4...5)
    let absence = sick("2026-03-06T00:00", "2026-03-09T00:00")
    let booked = booking(contract, on: week).booking.booked([absence])
    #expect(
      booked.absences == [
        sick("2026-03-06T00:00", "2026-03-07T23:59"), sick("2026-03-08T00:00", "2026-03-08T23:59"),
      ]
    )
    #expect(booked.notes.count == 1)
  }

  @Test func `nothing is credited where the shift was one more than the least`() {
    // Credited with the 15 h of the least day, the week could hold 9 h at most.
    let contract = Make.contract(hours: 15...24, days: 1...3)
    let absence = sick("2026-03-04T00:00", "2026-03-05T00:00")
    let made = booking(contract, on: Array(week.prefix(3)))
    let booked = made.booking.booked([absence])
    #expect(booked.absences == [sick("2026-03-04T00:00", "2026-03-04T23:59")])
    var inputs = made.inputs
    inputs.absences = booked.absences
    var left = made.roster
    left.tours[0].shifts.removeLast()
    #expect(RosterChecker(inputs: inputs).violations(in: left) == [])
    inputs.absences = [absence]
    #expect(RosterChecker(inputs: inputs).violations(in: left) != [])
  }

  @Test func `what was known already is not entered twice`() {
    let known = sick("2026-03-04T00:00", "2026-03-05T00:00")
    let made = booking(Make.contract(), on: ["2026-03-03"], absences: [known]).booking
    let longer = made.booked([sick("2026-03-03T00:00", "2026-03-06T00:00")])
    #expect(
      longer.absences == [
        known, sick("2026-03-03T00:00", "2026-03-04T00:00"),
        sick("2026-03-05T00:00", "2026-03-06T00:00"),
      ]
    )
    let same = made.booked([known])
    #expect(same.absences == [known])
    #expect(same.notes.map(\.message) == ["ada was known to be away then already."])
  }
}

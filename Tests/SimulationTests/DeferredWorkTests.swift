import Testing
import Workforce

@testable import Simulation

/// Deferred work beside customers, or alone.
@Suite struct DeferredWorkTests {
  /// Calls and mail of one person or more, each exponential, over a day.
  private func center(
    calls: Double,
    mail: Double,
    agents: Int = 1,
    due: Double = 3600,
    handle: (calls: Double, mail: Double) = (60, 120)
  ) -> TestCenter {
    var phone = TestCenter.Queue(name: "calls", perHour: calls, handleSeconds: handle.calls)
    phone.open = 0..<20
    var letters = TestCenter.Queue(name: "mail", perHour: mail, handleSeconds: handle.mail)
    letters.channel = .deferred
    letters.dueHours = .clock
    letters.threshold = due
    letters.open = 0..<20
    return TestCenter(phone, letters)
      .staffed(by: agents, work: 0..<1440, queues: ["calls", "mail"])
  }

  /// Preemptive resume with one server.
  ///
  /// The low class stays E[S₂] ÷ (1 − ρ₁) + (λ₁E[S₁²] + λ₂E[S₂²]) ÷ 2(1 − ρ₁)(1 − ρ₁ − ρ₂)
  /// (Kleinrock, "Queueing Systems" II, 1976, §3.5).
  @Test(arguments: [(30.0, 8.0, 1), (15, 15, 2), (42, 4, 3)] as [(Double, Double, UInt64)])
  func `one person agrees with preemptive resume`(calls: Double, mail: Double, seed: UInt64) throws
  {
    let center = center(calls: calls, mail: mail)
    let tallies = try center.tallies(seed: seed, count: 600)
    let (rates, means) = ([calls / 3600, mail / 3600], [60.0, 120.0])
    let loads = zip(rates, means).map { $0 * $1 }
    let squares = zip(rates, means).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    let stay = means[1] / (1 - loads[0]) + squares / ((1 - loads[0]) * (1 - loads[0] - loads[1]))
    let settled = tallies.map { tally in
      tally.deferred[0].cells[4..<16].reduce(into: DeferredCell()) { $0.add($1) }
    }
    expectNear(ratio(settled) { ($0.turnaroundSeconds, $0.finished) }, stay, "stay of mail")
    // Mail does not exist for the calls: an M/M/1 of their own.
    let waits = tallies.map { ReplicationTally(cells: Array($0.cells[4..<16])).total }
    let wait = 60 * loads[0] / (1 - loads[0])
    expectNear(ratio(waits) { ($0.waitSeconds, $0.arrivals) }, wait, "wait of calls")
  }

  /// An item is begun at once if nobody is busy, so calls alone decide about it in light traffic.
  @Test(arguments: [4, 5] as [UInt64])
  func `customers do not notice mail`(seed: UInt64) throws {
    let with = center(calls: 200, mail: 30, agents: 5)
    var without = with
    without.queues[1].perHour = 0
    let (one, other) = (try with.tally(seed: seed), try without.tally(seed: seed))
    let hours = try with.grid().count
    for hour in 0..<hours {
      #expect(one.cells[hour].arrivals == other.cells[hour].arrivals)
      #expect(one.cells[hour].answeredInTarget == other.cells[hour].answeredInTarget)
      #expect(abs(one.cells[hour].waitSeconds - other.cells[hour].waitSeconds) < 1e-6)
    }
    #expect(one.deferred[0].cells.reduce(0) { $0 + $1.doneInTime } > 300)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `no work is lost or done twice`(seed: UInt64) throws {
    var center = center(calls: 90, mail: 20, agents: 2, due: 7200)
      .staffed(by: 2, work: 60..<300, 330..<700, queues: ["mail", "calls"])
    center.queues[1].backlog = 5
    let tally = try center.tally(seed: seed)
    let contacts = try center.contacts(seed: seed)
    let backlog = try center.trace(seed: seed).filter { $0.queue == "mail" }
    // Everything is done by the day's end: nobody leaves, and mail ends in the evening.
    let cells = tally.deferred[0].cells.reduce(into: DeferredCell()) { $0.add($1) }
    #expect(cells.open == 0)
    #expect(cells.finished == cells.released)
    #expect(cells.released == Double(contacts.count { $0.queue == 1 } + 5))
    #expect(tally.deferred[0].interruptions.byCustomers > 20)
    let known = contacts.filter { $0.queue == 0 }.reduce(0) { $0 + $1.work }
    let mail = backlog.reduce(0) { $0 + $1.handleSeconds }
    #expect(abs(tally.busySeconds - known - mail) < 1e-6)
    #expect(abs(tally.itemSeconds.reduce(0, +) - mail) < 1e-6)
    let drawn = contacts.filter { $0.queue == 1 }.reduce(0) { $0 + $1.work }
    // The backlog's five items are the difference; 120 s each, exponential.
    #expect(mail > drawn)
    #expect(mail < drawn + 5 * 120 * 4)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `mail starves where calls fill everybody`(seed: UInt64) throws {
    var center = center(calls: 300, mail: 10, agents: 2, due: 1800)
    center.queues[0].open = 0..<24
    let details = try center.playInDetail(seed: seed, replications: 20)
    let mail = details.deferred[0]
    #expect(mail.intervals[5..<18].allSatisfy { $0.doneInTime == 0 && $0.open == 0 })
    // In the first minutes, before the line of calls builds up, a letter may be done.
    #expect(mail.total.share.mean < 0.02)
    #expect(mail.backlog[23].mean > 0.98 * mail.total.released)
    // The first letter lies there nearly as long as the day.
    #expect(mail.oldest[23].mean > 22 * 3600)
    #expect(mail.total.lateness.mean > 7 * 3600)
    #expect(details.result.queues[1].total.serviceLevel.mean < 0.02)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `nothing is late where there are people enough`(seed: UInt64) throws {
    let details = try center(calls: 60, mail: 40, agents: 6, due: 3600)
      .playInDetail(seed: seed, replications: 30)
    let mail = details.deferred[0].total
    #expect(mail.late == 0)
    #expect(mail.open == 0)
    #expect(mail.share.mean == 1)
    #expect(details.result.queues[1].total.serviceLevel.mean == 1)
    #expect(details.result.queues[1].total.arrivals == mail.released)
  }

  @Test func `a backlog is carried and worked off by due time`() throws {
    var center = center(calls: 0, mail: 0, due: 36_000, handle: (60, 600))
    center.queues[1].variation = 0
    center.queues[1].backlog = 30
    // One person does six items an hour: 30 items in five hours, the last due after 9 h 50 min.
    let mail = try center.playInDetail(replications: 2).deferred[0]
    #expect(mail.backlogAtStart == 30)
    // An item done at the full hour counts for the hour that begins.
    #expect(mail.backlog.prefix(6).map(\.mean) == [25, 19, 13, 7, 1, 0])
    // An item done at the full hour counts for the hour that begins.
    #expect(mail.oldest.prefix(6).map(\.mean) == [3600, 7200, 10_800, 14_400, 18_000, 0])
    #expect(mail.total.released == 30)
    #expect(mail.total.doneInTime == 30)
    #expect(mail.intervals.allSatisfy { $0.released == 0 })
    // Half the time until due: every second item is late, by ever more.
    center.queues[1].threshold = 9000
    let late = try center.playInDetail(replications: 2).deferred[0].total
    // Item i is done after 10(i + 1) minutes and due after 5(i + ½).
    #expect(late.late == 30)
    #expect(
      abs(late.lateness.mean - (0..<30).reduce(0) { $0 + 450 + 300 * Double($1) } / 30) < 1e-6
    )
  }

  @Test func `what is undone at the end is late if due and open if not`() throws {
    var center = center(calls: 0, mail: 3, due: 6 * 3600)
    center.duties = []
    let contacts = try center.contacts()
    let mail = try #require(try center.tally().deferred.first)
    let due = contacts.count { $0.arrival + 6 * 3600 <= 86_400 }
    let sum = mail.cells.reduce(into: DeferredCell()) { $0.add($1) }
    #expect(sum.late == Double(due))
    #expect(sum.open == Double(contacts.count - due))
    #expect(sum.open > 0)
    #expect(try center.tally().total.open == sum.open)
    #expect(sum.latenessSeconds == contacts.reduce(0) { $0 + max(0, 64_800 - $1.arrival) })
  }

  /// The fast simulation's order of items, from the trace: whenever one is begun, none that lies
  /// there is due before it.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `items are begun by due time`(seed: UInt64) throws {
    var center = center(calls: 60, mail: 12, agents: 2, due: 7200)
    var urgent = center.queues[1]
    (urgent.name, urgent.threshold, urgent.perHour) = ("urgent", 1800, 6)
    center.queues.append(urgent)
    center.duties = center.duties.map {
      TestCenter.Duty(employee: $0.employee, work: $0.work, queues: ["calls", "mail", "urgent"])
    }
    var ended: [TraceEntry] = []
    let flat = try center.flat(seed: seed)
    var replication = Replication(flat, routes: Routes(flat), index: 0) { ended += $0 }
    _ = replication.play()
    let items = ended.filter { $0.queue > 0 }
    #expect(items.count > 200)
    var waited = 0
    for item in items where item.wait > 0 {
      let begun = item.arrival + item.wait
      waited += 1
      let passed = items.contains {
        $0.arrival < begun - 1e-6 && $0.arrival + $0.wait > begun + 1e-6 && $0.due < item.due
      }
      #expect(!passed)
    }
    #expect(waited > 50)
  }

  @Test func `a priority goes before the due time`() throws {
    var center = center(calls: 0, mail: 0, due: 3600, handle: (60, 600))
    center.queues[1].variation = 0
    center.queues[1].backlog = 6
    var other = center.queues[1]
    (other.name, other.threshold, other.priority) = ("regulator", 36_000, 3)
    center.queues.append(other)
    center.duties[0].queues = ["mail", "regulator"]
    let details = try center.playInDetail(replications: 2)
    // First all six of the other queue, then the letters; one done at the full hour counts later.
    #expect(details.deferred[1].backlog.prefix(3).map(\.mean) == [1, 0, 0])
    #expect(details.deferred[0].backlog.prefix(3).map(\.mean) == [6, 1, 0])
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `finished items go on to the next stage`(seed: UInt64) throws {
    var center = center(calls: 0, mail: 20, agents: 4, due: 3600, handle: (60, 300))
    var second = center.queues[1]
    (second.name, second.perHour, second.threshold) = ("supervisor", 0, 4 * 3600)
    second.follows = FollowedQueue(queue: "mail", share: try #require(Fraction(0.25)))
    center.queues.append(second)
    center = center.staffed(by: 1, work: 0..<1440, queues: ["supervisor"])
    let details = try center.playInDetail(seed: seed, replications: 60)
    let (first, next) = (details.deferred[0].total, details.deferred[1].total)
    #expect(first.released > 380)
    // 24,000 items, a quarter of them: standard error 0.3 points.
    #expect(abs(next.released / first.released - 0.25) < 0.012)
    #expect(details.result.queues[2].total.arrivals == next.released)
    let trace = try center.trace(seed: seed)
    for item in trace where item.queue == "supervisor" {
      let due = try #require(item.due).secondsSinceEpoch
      // Counted from the first receipt, so the stage before has used some of the four hours.
      #expect(due < item.arrived.secondsSinceEpoch + 4 * 3600)
      #expect(
        trace.contains {
          $0.queue == "mail" && abs($0.arrived.secondsSinceEpoch + 4 * 3600 - due) <= 1
        }
      )
    }
  }

  @Test func `mail also arrives outside the opening hours`() throws {
    var center = center(calls: 0, mail: 30, due: 3600)
    center.queues[1].open = 8..<18
    var forecast = try center.forecast()
    forecast.queues[1].intervals.mean = Array(repeating: 30, count: 24)
    let flat = ServiceCenter(
      roster: try center.roster(),
      forecast: forecast,
      inputs: try center.inputs(),
      seed: 1
    )
    var source = ContactSource(flat, replication: 0)
    source.load(interval: 3)
    #expect(source.count > 10)
  }

  @Test func `tracing and occupancy tell of the same work`() throws {
    let center = center(calls: 100, mail: 20, agents: 3)
    let details = try center.playInDetail(replications: 2)
    let trace = try center.trace(replications: 2)
    #expect(details.occupancy.map(\.employee) == ["e0", "e1", "e2"])
    for row in details.occupancy {
      #expect(row.busySeconds + row.readySeconds > 86_390)
      #expect(
        abs(row.occupancy.mean - row.busySeconds / (row.busySeconds + row.readySeconds)) < 1e-9
      )
    }
    let handled = trace.reduce(0) { $0 + $1.handleSeconds } / 2
    #expect(abs(details.occupancy.reduce(0) { $0 + $1.busySeconds } - handled) < 1e-6)
    let mail = trace.filter { $0.queue == "mail" }.reduce(0) { $0 + $1.handleSeconds } / 2
    #expect(abs(details.occupancy.reduce(0) { $0 + $1.deferredSeconds } - mail) < 1e-6)
    #expect(details.result == (try center.play(replications: 2)))
  }
}

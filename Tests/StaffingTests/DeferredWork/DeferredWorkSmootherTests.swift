import GLPKSolver
import Optimization
import Testing
import Workforce

@testable import Staffing

@Suite struct DeferredWorkSmootherTests {
  private let smoother = DeferredWorkSmoother(solver: GLPKSolver())

  /// A queue in slots of an hour, due so many slots after each, open where the text says `#`.
  private func queue(
    _ released: [Double],
    due: Int,
    hours: DueHours = .clock,
    open: String? = nil,
    backlog: [DeferredQueue.Backlog] = [],
    source: DeferredQueue.Source? = nil
  ) -> DeferredQueue {
    let isOpen = open.map { $0.map { $0 == "#" } } ?? released.map { _ in true }
    return DeferredQueue(
      name: "q",
      released: released,
      due: DueSlots(after: .minutes(60 * due), on: hours, isOpen: isOpen, slotMinutes: 60),
      isEligible: isOpen,
      backlog: backlog,
      source: source
    )
  }

  private func pool(_ needed: [Double], available: [Double]? = nil) -> DeferredWorkPool {
    DeferredWorkPool(slotMinutes: 60, needed: needed, available: available)
  }

  private func expectBound(_ plan: DeferredWorkPlan) {
    let scale = 1 + abs(plan.objective)
    #expect(plan.bound <= plan.objective + 1e-9 * scale)
    #expect(plan.objective - plan.bound < 1e-6 * scale)
  }

  @Test func `work goes into the valley before it is due`() throws {
    let plan = try smoother.plan(
      [queue([4, 0, 0, 0, 0, 0], due: 4)],
      in: pool([5, 5, 2, 3, 5, 5])
    )
    #expect(plan.wholePeople == [0, 0, 2, 2, 0, 0] || plan.wholePeople == [0, 0, 3, 1, 0, 0])
    #expect(plan.queues[0].late.isEmpty)
    #expect(plan.queues[0].backlog[0] == 4)
    #expect(abs(plan.queues[0].backlog[3]) < 1e-6)
    expectBound(plan)
  }

  /// Least highest speed of jobs with releases and due times: the densest stretch (Yao, Demers &
  /// Shenker 1995).
  private func densest(_ jobs: [EarliestDue.Job], slots: Int) -> Double {
    var most = 0.0
    for first in 0..<slots {
      for last in first..<slots {
        let inside = jobs.filter { $0.released >= first && $0.due <= last }
        let hours = inside.reduce(0) { $0 + $1.hours }
        most = max(most, hours / Double(last - first + 1))
      }
    }
    return most
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the highest number of people is the densest stretch of work`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "peak")
    // Released early enough to be due in time, so that the end asks for nothing.
    let queues = (0..<3).map { place in
      let due = 1 + stream.below(6)
      let released = (0..<24).map { $0 + due < 24 ? Double(stream.below(4)) : 0 }
      let backlog = [DeferredQueue.Backlog(hours: Double(stream.below(9)), dueSlot: 3 + place)]
      return queue(released, due: due, backlog: backlog)
    }
    let plan = try smoother.plan(queues, in: pool(Array(repeating: 0, count: 24)))
    let jobs = EarliestDue.jobs(queues)
    #expect(abs((plan.people.max() ?? 0) - densest(jobs, slots: 24)) < 1e-6)
    #expect(plan.queues.allSatisfy { $0.late.isEmpty })
    #expect(EarliestDue(jobs, hours: plan.people.map { $0 + 1e-7 }).mostLate < 1e-5)
    #expect(EarliestDue(jobs, hours: plan.wholePeople.map(Double.init)).mostLate < 1e-9)
    #expect(plan.wholePeople.max() == Int(((plan.people.max() ?? 0) - 1e-6).rounded(.up)))
    expectBound(plan)
  }

  /// All ways to do whole hours, on up to six slots with whole people.
  private func leastLateSum(_ jobs: [EarliestDue.Job], _ people: [Int]) -> Double {
    func search(_ slot: Int, _ rest: [Int]) -> Double {
      guard slot < people.count else { return 0 }
      var best = Double.infinity
      func choose(_ job: Int, _ free: Int, _ rest: [Int]) {
        guard job < jobs.count else {
          let late = zip(jobs, rest).reduce(0) { $0 + ($1.0.due <= slot ? $1.1 : 0) }
          best = min(best, Double(late) + search(slot + 1, rest))
          return
        }
        let most = jobs[job].released <= slot ? min(free, rest[job]) : 0
        for part in 0...most {
          var next = rest
          next[job] -= part
          choose(job + 1, free - part, next)
        }
      }
      choose(0, people[slot], rest)
      return best
    }
    return search(0, jobs.map { Int($0.hours) })
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `no plan has less late than all ways to work`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "late")
    let count = 4 + stream.below(2)
    let queues = [1, 2].map { due in
      let released = (0..<count).map { $0 + due < count ? Double(stream.below(3)) : 0 }
      let backlog = DeferredQueue.Backlog(hours: Double(stream.below(3)), dueSlot: count - 1)
      return queue(released, due: due, backlog: due == 1 ? [backlog] : [])
    }
    let available = (0..<count).map { _ in stream.below(4) }
    let needed = (0..<count).map { min(available[$0], stream.below(2)) }
    let pool = pool(needed.map(Double.init), available: available.map(Double.init))
    let plan = try smoother.plan(queues, in: pool)
    let jobs = EarliestDue.jobs(queues).filter { $0.hours > 0 }
    let best = leastLateSum(jobs, zip(available, needed).map { $0 - $1 })
    // The hours of each queue, spent on what is due first.
    let lateSum = zip(queues, plan.queues).reduce(0) { sum, entry in
      sum + EarliestDue(EarliestDue.jobs([entry.0]), hours: entry.1.work).lateSum
    }
    #expect(abs(lateSum - best) < 1e-6)
    #expect(zip(plan.wholePeople, zip(available, needed)).allSatisfy { $0 <= $1.0 - $1.1 })
    expectBound(plan)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `nothing is late when earliest due first is in time`(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, name: "enough")
    let count = 48
    let queues = [2, 5, 12].map { due in
      queue(
        (0..<count).map { _ in 2 * stream.unit() },
        due: due,
        backlog: [DeferredQueue.Backlog(hours: 4 * stream.unit(), dueSlot: stream.below(8))]
      )
    }
    let needed = (0..<count).map { _ in Double(stream.below(6)) }
    let jobs = EarliestDue.jobs(queues)
    // The fewest people for which doing the earliest due first is in time.
    var people = 4.0
    var spare: [Double] = []
    repeat {
      people += 1
      spare = needed.map { max(0, people - $0) }
    } while EarliestDue(jobs, hours: spare).mostLate > 0
    let available = needed.map { _ in people }
    let plan = try smoother.plan(queues, in: pool(needed, available: available))
    #expect(plan.queues.allSatisfy { $0.late.isEmpty })
    #expect(zip(plan.people, spare).allSatisfy { $0 <= $1 + 1e-6 })
    let whole = plan.wholePeople.map(Double.init)
    #expect(zip(whole, spare).allSatisfy { $0 <= $1 })
    #expect(EarliestDue(jobs, hours: whole).mostLate < 1e-6)
    expectBound(plan)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the peak is never higher than with work spread evenly until it is due`(seed: UInt64) throws
  {
    var stream = RandomStream(seed: seed, name: "even")
    let count = 60
    let dues = [1, 4, 20]
    let queues = dues.map { due in
      queue((0..<count).map { _ in 3 * stream.unit() }, due: due)
    }
    let needed = (0..<count).map { _ in 10 * stream.unit() }
    var even = needed
    for (queue, due) in zip(queues, dues) {
      for (slot, hours) in queue.released.enumerated() {
        // Over the slots from the one of its release to the one of its due time.
        for later in slot...slot + due where later < count {
          even[later] += hours / Double(due + 1)
        }
      }
    }
    let plan = try smoother.plan(queues, in: pool(needed))
    let smooth = zip(needed, plan.people).map { $0 + $1 }
    let evenPeak = even.max() ?? 0
    #expect(plan.queues.allSatisfy { $0.late.isEmpty })
    #expect((smooth.max() ?? 0) <= evenPeak + 1e-6)
    expectBound(plan)
  }

  @Test func `too few people say what is late and by how much`() throws {
    let plan = try smoother.plan(
      [queue([6, 0, 2, 0, 0, 0], due: 2)],
      in: pool([1, 1, 1, 1, 1, 1], available: [2, 3, 2, 2, 3, 3])
    )
    // One, two and one person until slot 2 do four of six hours; the two late ones are done in 3, 4.
    typealias Late = DeferredWorkPlan.LateWork
    #expect(plan.queues[0].late.map(\.dueSlot) == [2, 4])
    #expect(plan.queues[0].late.map(\.doneSlot) == [4, 5])
    #expect(abs(plan.queues[0].late[0].hours - 2) < 1e-6)
    #expect(abs(plan.queues[0].late[1].hours - 1) < 1e-6)
    #expect(abs(plan.queues[0].lateHours - 3) < 1e-6)
    // An hour more in the first slot saves the price of an hour that is late in slots 2, 3 and 4.
    #expect(abs(plan.hourPrices[0] / 300 - 1) < 0.02)
    expectBound(plan)
  }

  @Test func `people who can be bought are bought where that is cheaper than being late`() throws {
    let queues = [queue([4, 0, 0, 0], due: 1)]
    var pool = pool([0, 0, 0, 0], available: [1, 1, 1, 1])
    pool.shortagePrice = 40
    let bought = try smoother.plan(queues, in: pool)
    #expect(bought.queues[0].late.isEmpty)
    #expect(abs(bought.people[0] + bought.people[1] - 4) < 1e-6)
    pool.shortagePrice = 400
    let late = try smoother.plan(queues, in: pool)
    #expect(abs(late.queues[0].lateHours - 2) < 1e-6)
    #expect(late.queues[0].late[0].doneSlot == 3)
  }

  @Test func `a backlog is done by its due times, also when it is late before`() throws {
    let backlog = [
      DeferredQueue.Backlog(hours: 2, dueSlot: 5), DeferredQueue.Backlog(hours: 1, dueSlot: -3),
      DeferredQueue.Backlog(hours: 3, dueSlot: 1),
    ]
    let plan = try smoother.plan(
      [queue([0, 0, 2, 0, 0, 0], due: 1, backlog: backlog)],
      in: pool([0, 0, 0, 0, 0, 0], available: [2, 2, 2, 1, 1, 1])
    )
    #expect(plan.queues[0].late.map(\.dueSlot) == [-3])
    #expect(plan.queues[0].late[0].doneSlot == 0)
    #expect(abs(plan.queues[0].backlog[5]) < 1e-6)
    expectBound(plan)
  }

  /// The backlog is due after the new work: being busy with it is no excuse for new work being late.
  @Test func `a backlog with time does not count for new work`() throws {
    let backlog = [DeferredQueue.Backlog(hours: 3, dueSlot: 5)]
    let plan = try smoother.plan(
      [queue([0, 0, 3, 0, 0, 0], due: 0, backlog: backlog)],
      in: pool([0, 0, 0, 0, 0, 0])
    )
    #expect(abs(plan.people[2] - 3) < 1e-6)
    #expect(plan.queues[0].late.isEmpty)
  }

  @Test func `a stage follows the one before it`() throws {
    let first = queue([4, 0, 0, 0, 0, 0, 0, 0], due: 2)
    let second = queue(
      Array(repeating: 0, count: 8),
      due: 3,
      source: DeferredQueue.Source(queue: 0, hoursPerHour: 0.5)
    )
    let plan = try smoother.plan([first, second], in: pool(Array(repeating: 0, count: 8)))
    #expect(plan.queues.allSatisfy { $0.late.isEmpty })
    var done = (0.0, 0.0)
    var history: [Double] = []
    for slot in 0..<8 {
      done.0 += plan.queues[0].work[slot]
      done.1 += plan.queues[1].work[slot]
      history.append(done.0)
      #expect(done.1 <= 0.5 * done.0 + 1e-6)
      if slot >= 3 { #expect(done.1 >= 0.5 * history[slot - 3] - 1e-6) }
    }
    #expect(abs(done.0 - 4) < 1e-6)
    #expect(abs(done.1 - 2) < 1e-6)
    expectBound(plan)
  }

  @Test func `work waits over a weekend in service hours and is late on the clock`() throws {
    let open = "####....####"
    let released = [0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0.0]
    let limit = Array(repeating: 2.0, count: 12)
    let pool = pool(limit.map { _ in 0 }, available: limit)
    let service = try smoother.plan(
      [queue(released, due: 2, hours: .service, open: open)],
      in: pool
    )
    #expect(service.queues[0].late.isEmpty)
    #expect(service.people[4..<8].allSatisfy { $0 == 0 })
    let clock = try smoother.plan([queue(released, due: 2, hours: .clock, open: open)], in: pool)
    #expect(clock.queues[0].late.map(\.dueSlot) == [5])
    #expect(abs(clock.queues[0].lateHours - 4) < 1e-6)
    #expect(clock.queues[0].late[0].doneSlot == 9)
  }

  @Test func `what comes and is due while nobody works is late`() throws {
    let released = [0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0.0]
    let clock = queue(released, due: 1, open: "####....####")
    let plan = try smoother.plan([clock], in: pool(released.map { _ in 0 }))
    #expect(plan.queues[0].late.map(\.dueSlot) == [6])
    #expect(abs(plan.queues[0].lateHours - 3) < 1e-6)
    #expect(plan.queues[0].late[0].doneSlot == 8)
    #expect(abs(plan.people[8] - 3) < 1e-6)
    expectBound(plan)
  }

  @Test func `a second stage has a backlog of its own`() throws {
    let first = queue([2, 0, 0, 0, 0, 0], due: 1)
    let second = queue(
      [0, 0, 0, 0, 0, 0],
      due: 2,
      backlog: [DeferredQueue.Backlog(hours: 1, dueSlot: 0)],
      source: DeferredQueue.Source(queue: 0, hoursPerHour: 1)
    )
    let limit = [1, 1, 1, 1, 0, 0.0]
    let plan = try smoother.plan([first, second], in: pool([0, 0, 0, 0, 0, 0], available: limit))
    // Five hours are asked for and four can be done.
    let done = plan.queues.map { $0.work.reduce(0, +) }
    #expect(abs(done[0] + done[1] - 4) < 1e-6)
    #expect(done[1] <= 1 + done[0] + 1e-6)
    #expect(plan.queues.flatMap(\.late).contains { $0.doneSlot == nil })
    #expect(plan.queues[1].late.allSatisfy { $0.dueSlot > 0 })
    expectBound(plan)
  }

  @Test func `work due after the end is begun`() throws {
    let plan = try smoother.plan(
      [queue(Array(repeating: 1, count: 24), due: 12)],
      in: pool(Array(repeating: 0, count: 24))
    )
    // Of the 12 hours due later half of their time has passed on average.
    let done = plan.queues[0].work.reduce(0, +)
    #expect(abs(done - 12 - 66.0 / 12) < 1e-6)
  }

  @Test func `idle people do it for nothing`() throws {
    var pool = pool([3, 3, 3, 3])
    pool.idle = [0.5, 1, 1, 0.5]
    let plan = try smoother.plan([queue([2, 0, 0, 0], due: 2)], in: pool)
    #expect(plan.wholePeople == [0, 0, 0, 0])
    #expect(plan.queues[0].late.isEmpty)
  }

  @Test func `nothing to do needs nobody, and nobody may work makes all late`() throws {
    let idle = try smoother.plan([queue([0, 0], due: 1)], in: pool([4, 4]))
    #expect(idle.wholePeople == [0, 0])
    #expect(try smoother.plan([], in: pool([1, 1])).wholePeople == [0, 0])
    let closed = try smoother.plan([queue([3, 0, 0], due: 1, open: "...")], in: pool([0, 0, 0]))
    #expect(closed.queues[0].late.map(\.doneSlot) == [nil])
    #expect(closed.queues[0].lateHours == 3)
  }

  @Test func `a solve that ends early is told`() {
    let short = DeferredWorkSmoother(
      solver: GLPKSolver(),
      limits: SolveLimits(simplexIterations: 1)
    )
    #expect {
      try short.plan([queue([3, 0, 1], due: 1)], in: pool([0, 0, 0]))
    } throws: { error in
      "\(error)" == """
        Deferred work of 1 queues in 3 slots was not smoothed: limitReached.
        Plan fewer days at once, or use longer slots.
        """
    }
  }

  /// A week of three queues in steps of 15 minutes; the time is told by benchmarks.
  @Test func `a week in quarters of an hour is solved and proved`() throws {
    let size = SmoothingWeek(seed: 1)
    let plan = try smoother.plan(size.queues, in: size.pool)
    #expect(plan.queues.allSatisfy { $0.late.isEmpty })
    expectBound(plan)
  }
}

/// A week in quarters of an hour: e-mail round the clock, complaints and their second stage by day.
struct SmoothingWeek {
  let queues: [DeferredQueue]
  let pool: DeferredWorkPool

  init(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "week")
    let day = (0..<672).map { (32..<80).contains($0 % 96) && $0 < 480 }
    let always = day.map { _ in true }
    let draw = { (mean: Double) in day.map { ($0 ? mean : mean / 8) * 2 * stream.unit() } }
    let due = { (hours: Int, clock: DueHours) in
      DueSlots(after: .minutes(60 * hours), on: clock, isOpen: day, slotMinutes: 15)
    }
    queues = [
      DeferredQueue(
        name: "e-mail",
        released: draw(2),
        due: due(24, .clock),
        isEligible: always,
        backlog: [DeferredQueue.Backlog(hours: 30, dueSlot: 60)]
      ),
      DeferredQueue(
        name: "complaints",
        released: draw(0.5),
        due: due(4, .service),
        isEligible: day
      ),
      DeferredQueue(
        name: "head of unit",
        released: day.map { _ in 0 },
        due: due(24, .service),
        isEligible: day,
        source: DeferredQueue.Source(queue: 1, hoursPerHour: 0.4)
      ),
    ]
    let needed = day.indices.map { slot in
      day[slot] ? 20 + 15 * abs(1 - Double(slot % 96 - 32) / 24) + 4 * stream.unit() : 4
    }
    pool = DeferredWorkPool(slotMinutes: 15, needed: needed)
  }
}

import Workforce

@testable import Simulation

/// A second, simple simulation that looks at every person and every waiting contact at each event;
/// the judge of the fast one.
struct SlowSimulation {
  private struct Person {
    var work: [Range<Double>]
    var queues: [Int]
    var names: Set<String>
    var hands: [(end: Double, queue: Int)] = []
    var since = 0.0
    var isOnDuty = false
  }

  private let queues: [TestCenter.Queue]
  private let contacts: [Contact]
  private var people: [Person]
  private var waiting: [Contact] = []
  private var tally = ServiceTally()
  /// Begins and ends of work up to this moment have happened.
  private var changed = -1.0

  init(_ center: TestCenter, seed: UInt64) throws {
    queues = center.queues
    contacts = try center.contacts(seed: seed)
    people = center.duties.map { duty in
      Person(
        work: duty.work.map { Double($0.lowerBound * 60)..<Double($0.upperBound * 60) },
        queues: duty.queues.compactMap { name in
          center.queues.firstIndex { $0.name == name }
        },
        names: Set(duty.queues)
      )
    }
  }

  mutating func play() -> ServiceTally {
    for contact in contacts {
      settle(until: contact.arrival)
      tally.arrivals += 1
      let able = people.indices.filter { canTake(people[$0], Int(contact.queue)) }
      let best = able.min { place($0, contact) < place($1, contact) }
      if let best {
        give(contact, to: best, at: contact.arrival)
      } else if contact.leaves == contact.arrival {
        abandon(contact)
      } else {
        waiting.append(contact)
      }
    }
    settle(until: .greatestFiniteMagnitude)
    for contact in waiting { abandon(contact) }
    return tally
  }

  /// What decides who of those who may take a contact takes it, the least first.
  private func place(_ person: Int, _ contact: Contact) -> (Int, Int, Double) {
    let teams = queues[Int(contact.queue)].preferredTeams
    let rank = teams.firstIndex(of: people[person].names) ?? teams.count
    return (people[person].hands.count, rank, people[person].since)
  }

  /// The waiting contact that a person takes next.
  private func next(for person: Int) -> Int? {
    let able = waiting.indices.filter { canTake(people[person], Int(waiting[$0].queue)) }
    return able.max {
      let (left, right) = (queues[Int(waiting[$0].queue)], queues[Int(waiting[$1].queue)])
      return (left.priority, -$0) < (right.priority, -$1)
    }
  }

  private mutating func abandon(_ contact: Contact) {
    tally.abandoned += 1
    if contact.leaves < .infinity {
      tally.abandonedWaitSeconds += contact.leaves - contact.arrival
    }
    if contact.leaves - contact.arrival <= queues[Int(contact.queue)].threshold {
      tally.abandonedInTarget += 1
    }
  }

  private func canTake(_ person: Person, _ queue: Int) -> Bool {
    person.isOnDuty && person.queues.contains(queue)
      && person.hands.count < queues[queue].concurrency
      && person.hands.allSatisfy { queues[$0.queue].concurrency > 1 }
  }

  private mutating func give(_ contact: Contact, to index: Int, at time: Double) {
    let queue = Int(contact.queue)
    tally.waitSeconds += time - contact.arrival
    if time - contact.arrival <= queues[queue].threshold { tally.answeredInTarget += 1 }
    people[index].hands.append((time + contact.work, queue))
    people[index].since = time
  }

  private mutating func serve(_ index: Int, at time: Double) {
    people[index].since = time
    for contact in waiting where contact.leaves <= time { abandon(contact) }
    waiting.removeAll { $0.leaves <= time }
    while let place = next(for: index) { give(waiting.remove(at: place), to: index, at: time) }
  }

  private mutating func settle(until time: Double) {
    while true {
      let bounds = people.flatMap { $0.work.flatMap { [$0.lowerBound, $0.upperBound] } }
      let change = bounds.filter { $0 > changed && $0 <= time }.min()
      let ends = people.enumerated().flatMap { index, person in
        person.hands.map { ($0.end, index) }
      }
      let end = ends.filter { $0.0 <= time }.min { $0 < $1 }
      if let change, change <= end?.0 ?? .infinity {
        changeDuties(at: change)
        changed = change
      } else if let (moment, index) = end {
        people[index].hands.removeAll { $0.end == moment }
        serve(index, at: moment)
      } else {
        return
      }
    }
  }

  private mutating func changeDuties(at time: Double) {
    for index in people.indices where people[index].work.contains(where: { $0.upperBound == time })
    {
      people[index].isOnDuty = false
    }
    for index in people.indices where people[index].work.contains(where: { $0.lowerBound == time })
    {
      people[index].isOnDuty = true
      serve(index, at: time)
    }
  }
}

import Workforce

/// Whose shifts others must share: people in stages in which they are never alone, or work beside a
/// mentor.
struct CompanionRules: Sendable {
  /// The checker's name of the rule that somebody is there.
  static let neverAlone = "never alone"
  /// The checker's name of the rule on mentors.
  static let mentorOverlap = "mentor overlap"

  /// What a stage asks of the shift of one date.
  struct Duty: Sendable {
    /// The stage's name.
    let stage: String
    /// The circle of which somebody must be at work all the time; `nil` where nobody must.
    let circle: Int?
    /// Positions of the mentors.
    let mentors: [Int]
    /// Least share of the shift that mentors cover, in millionths; 0 where no mentor is on record.
    let millionths: Int

    /// Least slots of a shift of so many that mentors cover.
    func need(of slots: Int) -> Int { (millionths * slots + 999_999) / 1_000_000 }
  }

  /// A date on which somebody needs a circle.
  struct Ward: Sendable {
    let trainee: Int
    let day: Int
  }

  /// Per person and date: what is asked; empty for people of whom nothing is.
  let duties: [[Duty?]]
  /// Positions of the people with duties, ascending.
  let trainees: [Int]
  /// Per person: the circles in which the person counts.
  let circlesOf: [[Int]]
  /// Per circle: the people, by position.
  let circles: [[Int]]
  /// Per circle: who needs it, and on which date.
  let wards: [[Ward]]
  /// Per person: positions of those whose mentor the person is on some date.
  let pupils: [[Int]]

  /// What the stages of a problem's people ask for; `nil` where they ask for nothing.
  init?(inputs: PlanningInputs, problem: RosterProblem) {
    let asks = inputs.training.curricula.contains { curriculum in
      curriculum.stages.contains { $0.isNeverAlone || $0.mentorShare > .zero }
    }
    guard asks else { return nil }
    var maker = CompanionMaker(inputs: inputs, problem: problem)
    duties = problem.employees.indices.map { maker.duties(of: $0) }
    let duties = duties
    trainees = duties.indices.filter { !duties[$0].isEmpty }
    guard !trainees.isEmpty else { return nil }
    circles = maker.circles
    wards = maker.wards
    var circlesOf = [[Int]](repeating: [], count: duties.count)
    for (circle, people) in circles.enumerated() {
      for person in people { circlesOf[person].append(circle) }
    }
    self.circlesOf = circlesOf
    var pupils = [[Int]](repeating: [], count: duties.count)
    for trainee in trainees {
      for mentor in Set(duties[trainee].compactMap(\.self).flatMap(\.mentors)).sorted() {
        pupils[mentor].append(trainee)
      }
    }
    self.pupils = pupils
  }
}

/// Gathers who counts as a companion of whom.
private struct CompanionMaker {
  private struct Key: Hashable {
    let site: String
    let day: Int
    let skills: Set<String>
  }

  private let inputs: PlanningInputs
  private let index: PeopleIndex
  private let people: [Employee]
  private let dates: [LocalDate]
  private let positions: [String: Int]
  private let mentorings: [String: [Mentoring]]
  private var held: [[Set<String>?]]
  private var known: [Key: Int] = [:]
  private(set) var circles: [[Int]] = []
  private(set) var wards: [[CompanionRules.Ward]] = []

  init(inputs: PlanningInputs, problem: RosterProblem) {
    self.inputs = inputs
    index = PeopleIndex(inputs: inputs, week: problem.grid)
    dates = problem.grid.dates
    let byId = Dictionary(
      inputs.employees.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    people = problem.employees.compactMap { byId[$0.id] }
    precondition(people.count == problem.employees.count, "a problem's people are the scenario's")
    positions = Dictionary(
      people.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    mentorings = Dictionary(grouping: inputs.training.mentorings, by: \.employee)
    held = people.map { _ in Array(repeating: nil, count: problem.grid.dates.count) }
  }

  /// What is asked of a person on each date; empty for nothing at all.
  mutating func duties(of person: Int) -> [CompanionRules.Duty?] {
    var duties: [CompanionRules.Duty?] = []
    for day in dates.indices { duties.append(duty(of: person, on: day)) }
    return duties.contains { $0 != nil } ? duties : []
  }

  private mutating func duty(of person: Int, on day: Int) -> CompanionRules.Duty? {
    guard let stage = index.stage(of: people[person], on: dates[day]) else { return nil }
    let records = mentorings[people[person].id, default: []].filter {
      $0.from <= dates[day] && dates[day] <= $0.until
    }
    let share = records.isEmpty ? 0 : stage.mentorShare.millionths
    guard stage.isNeverAlone || share > 0 else { return nil }
    return CompanionRules.Duty(
      stage: stage.name,
      circle: stage.isNeverAlone ? circle(of: person, on: day) : nil,
      mentors: Set(records.compactMap { positions[$0.mentor] }).sorted(),
      millionths: share
    )
  }

  private mutating func circle(of person: Int, on day: Int) -> Int {
    let key = Key(site: people[person].site, day: day, skills: skills(of: person, on: day))
    let circle = known[key] ?? circles.count
    if circle == circles.count {
      known[key] = circle
      var members: [Int] = []
      for other in people.indices where isPast(other, on: day, site: key.site) {
        if key.skills.isEmpty || !key.skills.isDisjoint(with: skills(of: other, on: day)) {
          members.append(other)
        }
      }
      circles.append(members)
      wards.append([])
    }
    wards[circle].append(CompanionRules.Ward(trainee: person, day: day))
    return circle
  }

  /// Whether somebody of the site is employed on a date and in no stage that is never alone.
  private func isPast(_ person: Int, on day: Int, site: String) -> Bool {
    people[person].site == site && index.isEmployed(people[person], during: [dates[day]])
      && index.stage(of: people[person], on: dates[day])?.isNeverAlone != true
  }

  /// The skills that a person may use alone through the whole of a date.
  private mutating func skills(of person: Int, on day: Int) -> Set<String> {
    if let known = held[person][day] { return known }
    let (employee, date) = (people[person], dates[day])
    var found = Set<String>()
    if inputs.hasCertificates {
      let zone = inputs.settings.zone(ofSite: employee.site)
      let (start, end) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
      let spans = index.spans(of: employee)
      found = Set(spans.map(\.skill)).filter { spans.allow($0, from: start, until: end) }
    } else {
      found = Set(index.skills(of: employee).filter { $0.isHeld(on: date) }.map(\.skill))
    }
    held[person][day] = found
    return found
  }
}

extension Fraction {
  /// The share in whole millionths.
  fileprivate var millionths: Int { Int((value * 1_000_000).rounded()) }
}

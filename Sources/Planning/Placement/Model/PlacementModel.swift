import Optimization

/// The integer program that chooses classes and seats people in them.
///
/// See docs/concepts/training.md, "Placing classes"; numbers are those of that page.
struct PlacementModel {
  private let problem: PlacementProblem
  private(set) var model = LinearModel("placement")
  /// x: people per need and option.
  private var seats: [[Int]] = []
  /// u: people per need who are left out.
  private var left: [Int] = []
  /// y: classes per pattern; `nil` where none can be held, or one is there.
  private var held: [Int?] = []
  /// r: rooms per pattern.
  private var rooms: [[Int]] = []
  /// t: trainers per pattern.
  private var trainers: [[Int]] = []
  private var away: AwayModel

  init(_ problem: PlacementProblem) {
    self.problem = problem
    away = AwayModel(problem.prices, pools: problem.pools)
    addPeople()
    addClasses()
    addSeats()
    addWeeks()
    addPlaces()
    addPersons()
    addAway()
  }

  private func term(_ index: Int, _ coefficient: Double = 1) -> LinearModel.Term {
    LinearModel.Term(index: index, coefficient: coefficient)
  }

  /// (1) Everybody sits in one class, or is left out.
  private mutating func addPeople() {
    for (index, need) in problem.needs.enumerated() {
      let count = Double(need.seekers.count)
      let own = need.options.map { option in
        let bonus = problem.patterns[option.pattern].isGiven ? problem.givenBonus : 0
        return model.addVariable(
          "x\(index) \(option.pattern)",
          upper: count,
          cost: option.cost - bonus,
          isInteger: true
        )
      }
      let out = model.addVariable("u\(index)", upper: count, cost: need.leftCost)
      model.addConstraint(
        "person \(index)",
        lower: count,
        upper: count,
        terms: (own + [out]).map { term($0) }
      )
      seats.append(own)
      left.append(out)
    }
  }

  /// (2) A class has a room and a trainer where it needs them.
  private mutating func addClasses() {
    for (index, pattern) in problem.patterns.enumerated() {
      let most = pattern.isGiven ? 0 : problem.most(pattern)
      guard most > 0 else {
        held.append(nil)
        rooms.append([])
        trainers.append([])
        continue
      }
      let classes = model.addVariable(
        "y\(index)",
        upper: Double(most),
        cost: pattern.cost,
        isInteger: true
      )
      held.append(classes)
      rooms.append(choices("r\(index)", pattern.rooms?.map(\.room), of: classes))
      trainers.append(choices("t\(index)", pattern.trainers, of: classes))
    }
  }

  private mutating func choices(_ name: String, _ among: [Int]?, of classes: Int) -> [Int] {
    guard let among else { return [] }
    let own = among.map { model.addVariable("\(name) \($0)", upper: 1, isInteger: true) }
    model.addConstraint(
      name,
      lower: 0,
      upper: 0,
      terms: own.map { term($0) } + [term(classes, -1)]
    )
    return own
  }

  /// (3) No more people than seats.
  private mutating func addSeats() {
    var sitting: [[LinearModel.Term]] = problem.patterns.map { _ in [] }
    for (need, own) in zip(problem.needs, seats) {
      for (option, variable) in zip(need.options, own) {
        sitting[option.pattern].append(term(variable))
      }
    }
    for (index, pattern) in problem.patterns.enumerated() where !sitting[index].isEmpty {
      var seats: [LinearModel.Term] = []
      if let choices = pattern.rooms {
        seats = zip(rooms[index], choices).map { term($0, -Double($1.seats)) }
      } else if let classes = held[index] {
        seats = [term(classes, -Double(pattern.seats))]
      }
      model.addConstraint(
        "seats \(index)",
        lower: -.infinity,
        upper: pattern.isGiven ? Double(pattern.seats) : 0,
        terms: sitting[index] + seats
      )
    }
  }

  /// (4) Classes of a course in a week.
  private mutating func addWeeks() {
    for (course, weeks) in problem.classesLeft.enumerated() {
      for (week, most) in weeks.enumerated() {
        let own = problem.patterns.indices.filter {
          problem.patterns[$0].course == course && problem.patterns[$0].week == week
        }.compactMap { held[$0] }
        guard !own.isEmpty else { continue }
        model.addConstraint(
          "week \(course) \(week)",
          lower: -.infinity,
          upper: Double(most),
          terms: own.map { term($0) }
        )
      }
    }
  }

  /// (5) One class at a time in a room.
  private mutating func addPlaces() {
    var users: [[(minutes: Range<Int>, term: LinearModel.Term)]] = Array(
      repeating: [],
      count: problem.rooms
    )
    for (index, pattern) in problem.patterns.enumerated() {
      for (variable, choice) in zip(rooms[index], pattern.rooms ?? []) {
        users[choice.room].append((pattern.minutes, term(variable)))
      }
    }
    for (room, uses) in users.enumerated() { addOneAtATime("room \(room)", uses) }
  }

  /// (6) Nobody teaches or sits in two classes at once.
  private mutating func addPersons() {
    var uses: [Int: [(minutes: Range<Int>, term: LinearModel.Term)]] = [:]
    for (index, pattern) in problem.patterns.enumerated() {
      for (variable, trainer) in zip(trainers[index], pattern.trainers ?? []) {
        let person = problem.trainers[trainer].person
        uses[person, default: []].append((pattern.minutes, term(variable)))
      }
    }
    for (need, own) in zip(problem.needs, seats) {
      guard let person = need.person else { continue }
      for (option, variable) in zip(need.options, own) {
        let minutes = problem.patterns[option.pattern].minutes
        uses[person, default: []].append((minutes, term(variable)))
      }
    }
    for person in uses.keys.sorted() { addOneAtATime("person \(person)", uses[person] ?? []) }
  }

  /// Of classes that overlap, some are under way at the start of one of them.
  private mutating func addOneAtATime(
    _ name: String,
    _ uses: [(minutes: Range<Int>, term: LinearModel.Term)]
  ) {
    var last: [LinearModel.Term] = []
    for start in Set(uses.map(\.minutes.lowerBound)).sorted() {
      let together = uses.filter { $0.minutes.contains(start) }.map(\.term)
      guard together.count > 1, together != last else { continue }
      model.addConstraint("\(name) \(start)", lower: -.infinity, upper: 1, terms: together)
      last = together
    }
  }

  /// (7) What people away cost.
  private mutating func addAway() {
    let blank = problem.pools.map { _ in [LinearModel.Term]() }
    var terms: [Int: [[LinearModel.Term]]] = [:]
    for (need, own) in zip(problem.needs, seats) {
      for (option, variable) in zip(need.options, own) {
        let minutes = problem.patterns[option.pattern].minutes
        for (block, share) in problem.prices.blocks(of: minutes) {
          terms[block, default: blank][need.pool].append(term(variable, share))
        }
      }
    }
    for (index, pattern) in problem.patterns.enumerated() {
      for (variable, trainer) in zip(trainers[index], pattern.trainers ?? []) {
        for (block, share) in problem.prices.blocks(of: pattern.minutes) {
          let pool = problem.trainers[trainer].pool
          terms[block, default: blank][pool].append(term(variable, share))
        }
      }
    }
    for block in terms.keys.sorted() {
      away.add(
        block,
        terms: terms[block] ?? blank,
        fixed: problem.pools.map { _ in 0 },
        to: &model
      )
    }
  }
}

extension PlacementModel {
  /// The point that a choice is.
  func point(_ choice: PlacementChoice) -> [Double] {
    var values = Array(repeating: 0.0, count: model.variables.count)
    for (index, own) in seats.enumerated() {
      for (variable, count) in zip(own, choice.seated[index]) { values[variable] = Double(count) }
      values[left[index]] = Double(choice.left(index, of: problem))
    }
    for (index, pattern) in problem.patterns.enumerated() {
      if let classes = held[index] { values[classes] = Double(choice.held[index]) }
      for (variable, option) in zip(rooms[index], pattern.rooms ?? []) {
        values[variable] = choice.rooms[index].contains(option.room) ? 1 : 0
      }
      for (variable, trainer) in zip(trainers[index], pattern.trainers ?? []) {
        values[variable] = choice.trainers[index].contains(trainer) ? 1 : 0
      }
    }
    let people = choice.away(problem)
    for block in away.blocks.keys.sorted() {
      let pour = problem.prices.pour(
        people.map { $0[block] },
        pools: problem.pools,
        block: block
      )
      away.write(pour, block: block, into: &values)
    }
    return values
  }

  /// The choice that a point is.
  func choice(_ values: [Double]) -> PlacementChoice {
    var choice = PlacementChoice(problem)
    let whole = { (variable: Int) in Int(values[variable].rounded()) }
    for (index, own) in seats.enumerated() { choice.seated[index] = own.map(whole) }
    for (index, pattern) in problem.patterns.enumerated() {
      choice.held[index] = held[index].map(whole) ?? 0
      choice.rooms[index] = zip(rooms[index], pattern.rooms ?? []).filter { whole($0.0) == 1 }
        .map(\.1.room)
      choice.trainers[index] = zip(trainers[index], pattern.trainers ?? [])
        .filter { whole($0.0) == 1 }.map(\.1)
    }
    return choice
  }
}

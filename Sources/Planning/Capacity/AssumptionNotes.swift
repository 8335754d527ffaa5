import Capacity
import Workforce

/// Takes assumptions one by one and notes where they come from.
struct AssumptionNotes {
  private(set) var notes: [CapacityTerms.Note] = []

  static func share(_ value: Double) -> String {
    "\(PlacementFiles.figure(value * 100, 1)) %"
  }

  static func money(_ value: Double) -> String { String(Int(min(1e15, value).rounded())) }

  mutating func take<Value>(
    _ given: Value?,
    _ standard: Value,
    _ name: String,
    _ text: (Value) -> String
  ) -> Value {
    let value = given ?? standard
    add(name, text(value), given == nil ? "default" : "capacity.yaml")
    return value
  }

  mutating func note(_ given: [CapacityAssumptions.Named], _ name: String) {
    for item in given { add("\(name) \(item.name)", Self.share(item.value), "capacity.yaml") }
  }

  mutating func add(_ name: String, _ text: String, _ source: String) {
    notes.append(CapacityTerms.Note(name: name, text: text, source: source))
  }

  /// The stages that new people go through: those given, those of the only curriculum, or one week
  /// of compliance, three of practice and six months with a mentor.
  mutating func pipeline(
    _ given: [CapacityAssumptions.Stage],
    _ training: TrainingInputs,
    _ passes: PassChances?,
    attrition: Double
  ) -> Pipeline {
    var stages = given.map {
      Pipeline.Stage(name: $0.name, months: $0.months, counts: $0.counts, passRate: $0.passRate)
    }
    var source = "capacity.yaml"
    let names = Set(training.curricula.map(\.name))
    if stages.isEmpty, names.count == 1, let last = training.curricula.last {
      source = "training.yaml and its results"
      stages = last.stages.map { stage in
        Pipeline.Stage(
          name: stage.name,
          months: Self.months(stage.length),
          counts: [Double(stage.tenths) / 10],
          passRate: stage.courses.reduce(1) { $0 * (passes?.courses[$1] ?? 0.9) }
        )
      }
    }
    if stages.isEmpty {
      source = "default"
      stages = Self.standard
    }
    for stage in stages {
      let counts = stage.counts.map { Self.share($0) }.joined(separator: ", ")
      let months = PlacementFiles.figure(stage.months, 2)
      add(
        "stage \(stage.name)",
        "\(months) months, counts \(counts), \(Self.share(stage.passRate)) pass",
        source
      )
    }
    return Pipeline(stages: stages, attrition: attrition)
  }

  private static func months(_ length: Curriculum.Stage.Length) -> Double {
    switch length {
    case .days(let days): Double(days) * 12 / 365.25
    case .months(let months): Double(months)
    }
  }

  private static let standard = [
    Pipeline.Stage(name: "compliance", months: 84 / 365.25, counts: [0], passRate: 0.97),
    Pipeline.Stage(name: "role practice", months: 252 / 365.25, counts: [0], passRate: 0.92),
    Pipeline.Stage(
      name: "with a mentor",
      months: 6,
      counts: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
      passRate: 0.98
    ),
  ]
}

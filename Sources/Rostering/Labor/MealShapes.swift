import Workforce

/// Shapes of one template that differ in when its breaks begin, so that whether a meal comes in time is
/// settled by the shape.
struct MealShapes: Sendable {
  /// A bound on when a break begins, that a meal rule makes.
  struct Bound: Hashable, Sendable {
    /// Elapsed slots above which the rule asks for a break, its latest start and its least length, in slots.
    let over: Int
    let by: Int
    let least: Int

    init?(_ rule: LaborRule, slotMinutes: Int) {
      guard case .mealBreak(let over, let by, let least) = rule else { return nil }
      self.over = over.wholeMinutes / slotMinutes
      self.by = by.wholeMinutes / slotMinutes
      self.least = (least.wholeMinutes + slotMinutes - 1) / slotMinutes
    }
  }

  /// All shapes: those of the templates first, then the others.
  let shapes: [ShiftShape]
  /// Number of templates.
  let templates: Int
  private let slotMinutes: Int

  /// Takes the templates' shapes, and adds what the meal rules of the settings need.
  init(_ settings: ScenarioSettings, slotMinutes: Int) {
    let templates = settings.shiftTemplates.map { ShiftShape($0, slotMinutes: slotMinutes) }
    let rules = settings.labor.rules
    self.templates = templates.count
    self.slotMinutes = slotMinutes
    var bounds: [Bound] = []
    for entry in rules {
      if let bound = Bound(entry.rule, slotMinutes: slotMinutes), !bounds.contains(bound) {
        bounds.append(bound)
      }
    }
    var shapes = templates
    for template in templates {
      var variants = [template]
      for bound in bounds {
        for variant in variants {
          for half in [variant.timely(bound), variant.late(bound)].compactMap(\.self)
          where !variants.contains(half) {
            variants.append(half)
          }
        }
      }
      shapes += variants.dropFirst().filter(\.canHoldBreaks)
    }
    self.shapes = shapes
  }

  /// The shapes that somebody under these meal rules works, with what each misses: of each template those that
  /// keep all rules with certainty or miss the same ones with certainty.
  func prices(under entries: [RuleEntry]) -> [Double?] {
    var chosen = [Double?](repeating: nil, count: shapes.count)
    for template in shapes.prefix(templates) {
      var found = [(shape: template, price: 0.0)]
      for entry in entries {
        guard let bound = Bound(entry.rule, slotMinutes: slotMinutes) else { continue }
        found = found.flatMap { item in
          var halves: [(shape: ShiftShape, price: Double)] = []
          if let timely = item.shape.timely(bound) { halves.append((timely, item.price)) }
          if let price = entry.price, let late = item.shape.late(bound) {
            halves.append((late, item.price + price))
          }
          return halves
        }
      }
      for item in found {
        guard let position = shapes.firstIndex(of: item.shape) else { continue }
        chosen[position] = item.price
      }
    }
    return chosen
  }
}

extension ShiftShape {
  /// The break that decides about a meal rule: the first that is long enough; `nil` where the shape needs
  /// none.
  private func deciding(_ bound: MealShapes.Bound) -> Int? {
    pauses.firstIndex { $0.length >= bound.least }
  }

  /// The shape as far as the break comes in time; `nil` where it never does.
  fileprivate func timely(_ bound: MealShapes.Bound) -> ShiftShape? {
    guard length > bound.over else { return self }
    guard let position = deciding(bound) else { return nil }
    let latest = min(pauses[position].latest, bound.by)
    guard pauses[position].earliest <= latest else { return nil }
    return pausing(position, pauses[position].earliest...latest)
  }

  /// The shape as far as the break comes too late or not at all; `nil` where it always comes in time.
  fileprivate func late(_ bound: MealShapes.Bound) -> ShiftShape? {
    guard length > bound.over else { return nil }
    guard let position = deciding(bound) else { return self }
    let earliest = max(pauses[position].earliest, bound.by + 1)
    guard earliest <= pauses[position].latest else { return nil }
    return pausing(position, earliest...pauses[position].latest)
  }

  private func pausing(_ position: Int, _ range: ClosedRange<Int>) -> ShiftShape {
    var own = pauses
    own[position] = Pause(
      kind: own[position].kind,
      length: own[position].length,
      earliest: range.lowerBound,
      latest: range.upperBound
    )
    return ShiftShape(
      name: name,
      length: length,
      paidMinutes: paidMinutes,
      pauses: own,
      minimumStretch: minimumStretch,
      maximumStretch: maximumStretch
    )
  }
}

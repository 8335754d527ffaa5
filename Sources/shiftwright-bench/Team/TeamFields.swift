import Foundation
import Workforce

/// Looks for fields that no instance has: misspelled ones would otherwise pass for absent.
struct TeamFields {
  /// The fields by where they stand; some describe and are not read.
  private static let known = [
    "": [
      "name", "open", "start_step", "queues", "groups", "shift_types", "agents", "ot_budget",
      "rules", "costs", "sessions", "heads", "days", "slots_per_day", "n_sites", "contracts",
    ],
    "queues": ["id", "weight", "req"],
    "groups": ["id", "site", "queues"],
    "agents": [
      "id", "group", "site", "types", "wage", "avail", "days_min", "days_max", "paid_min",
      "paid_max", "ot_after", "pref_start", "pref_off", "prev_end", "prev_consec",
      "weekend_hist", "training", "tenths", "group_changes", "contract",
    ],
    "agents.group_changes": ["slot", "group"],
    "sessions": ["id", "site", "day", "start", "len", "cap"],
    "heads": ["site", "agents", "from", "until", "least", "most"],
    "rules": ["min_stretch", "max_stretch", "min_rest", "max_start_change", "max_consec"],
    "costs": [
      "under_tiers", "over", "ot_premium", "start_dev_per_slot", "pref_off",
      "stability_per_slot", "weekend_sq",
    ],
    "shift_types": ["id", "paid", "presence", "pauses", "lunch_lo", "lunch_hi"],
  ]

  /// A field that no instance has.
  private struct Stranger {
    let place: String
    let field: String
    let first: String
    var count = 1
  }

  /// One line for each unknown field, in the order of the known ones' places; empty when the text
  /// is not JSON, which reading it tells.
  static func faults(in data: Data) -> [String] {
    // reason: reading the instance says what is wrong with the text
    guard let content = try? JSONSerialization.jsonObject(with: data) else { return [] }
    var found: [Stranger] = []
    look(content, place: "", name: "", &found)
    return found.map { stranger in
      let more = stranger.count > 1 ? ", and \(stranger.count - 1) more" : ""
      let names = known[stranger.place] ?? []
      return "\(stranger.first)\(more): there is no such field. "
        + (Suggestion.nearest(to: stranger.field, among: names).map { "Did you mean \($0)?" }
          ?? "The fields are \(Suggestion.listing(names).replacing(" or ", with: " and ")).")
    }
  }

  private static func look(
    _ content: Any,
    place: String,
    name: String,
    _ found: inout [Stranger]
  ) {
    if let list = content as? [Any] {
      for (index, element) in list.enumerated() {
        look(element, place: place, name: "\(name)[\(index)]", &found)
      }
    } else if let object = content as? [String: Any], let fields = known[place] {
      for field in object.keys.sorted() where !fields.contains(field) {
        let own = name.isEmpty ? field : "\(name).\(field)"
        if let index = found.firstIndex(where: { $0.place == place && $0.field == field }) {
          found[index].count += 1
        } else {
          found.append(Stranger(place: place, field: field, first: own))
        }
      }
      for field in fields {
        guard let inner = object[field] else { continue }
        look(
          inner,
          place: place.isEmpty ? field : "\(place).\(field)",
          name: name.isEmpty ? field : "\(name).\(field)",
          &found
        )
      }
    }
  }
}

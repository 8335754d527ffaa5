import Workforce

/// The keys of `training.yaml`, in the order in which they are written.
enum TrainingKeys {
  static let top = ["courses", "rooms", "curricula", "presence", "placement"]
  static let course = [
    "name", "from", "title", "mode", "length_minutes", "seats", "pass_mark", "validity",
    "renewal_window_days", "grace", "grants", "guards", "prerequisites", "trainers", "rooms",
    "compliance",
  ]
  static let validity = ["months", "until"]
  static let grace = ["days", "mode"]
  static let grant = ["skill", "level"]
  static let room = ["name", "site", "seats"]
  static let curriculum = ["name", "from", "teams", "stages", "in_service"]
  static let stage = [
    "name", "length_days", "length_months", "courses", "counts", "level", "never_alone",
    "mentor_share",
  ]
  static let recurring = ["course", "every_months"]
  static let presence = ["skill", "site", "least"]
  static let placement = ["hours", "sessions_per_week"]
}

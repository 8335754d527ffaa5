import Interchange
import Storage
import Workforce

/// Reads a scenario from where it lies: a folder of files, or a database.
///
/// A database becomes the same files in memory, so that one reader judges both.
public enum PlaceReader {
  /// True when a path names a database instead of a folder.
  public static func isDatabase(_ place: String) -> Bool { CenterStore.isDatabase(place) }

  /// The inputs at a place and the files that say them.
  ///
  /// Throws when a database cannot be read; findings about the files are in the outcome.
  static func load(_ place: String) throws -> (loaded: Loaded<PlanningInputs>, files: [OutputFile])
  {
    guard isDatabase(place) else {
      let loaded = ScenarioFolder.load(place)
      return withoutReasons(
        loaded,
        loaded.value == nil ? [] : try ScenarioFolder.present(in: place)
      )
    }
    let files = try CenterDatabase(path: place).files()
    let scenario = files.first { $0.name == ScenarioFolder.fileNames[0] }?.bytes
    let names = ScenarioFolder.fileNames(with: scenario)
    return withoutReasons(
      ScenarioFolder.load(files, named: place),
      names.compactMap { name in files.first { $0.name == name } }
    )
  }

  /// The same without why certificates were taken back, which is no planner's business.
  private static func withoutReasons(_ loaded: Loaded<PlanningInputs>, _ files: [OutputFile])
    -> (loaded: Loaded<PlanningInputs>, files: [OutputFile])
  {
    guard var inputs = loaded.value,
      inputs.training.certifications.contains(where: { $0.revocationReason != nil })
    else { return (loaded, files) }
    for index in inputs.training.certifications.indices {
      inputs.training.certifications[index].revocationReason = nil
    }
    let bare = TrainingFolder.file(.certifications, inputs.training)
    let kept = files.map { file in
      file.name == RecordFile.certifications.rawValue ? bare ?? file : file
    }
    return (Loaded(inputs, diagnostics: loaded.diagnostics), kept)
  }
}

import Foundation
public import Interchange
import Reporting
public import Workforce

/// The files of a study: made once, and its results each time that they are collected.
public enum WhatIfFiles {
  /// Writes a study, or finds that the same one is there and goes on with it.
  ///
  /// - Parameters:
  ///   - files: What ``WhatIfPreparer/study(_:axes:week:options:isWarm:versions:)`` made.
  ///   - folder: Where to.
  ///   - stop: Ends it.
  /// - Returns: True when it was there.
  /// - Throws: `ShiftwrightError` when another study, or anything else, is there.
  public static func prepare(_ files: [OutputFile], in folder: String, stop: StopSignal) throws
    -> Bool
  {
    guard let study = files.first(where: { $0.name == WhatIfStudy.fileName }) else { return false }
    let path = (folder.hasSuffix("/") ? folder : folder + "/") + WhatIfStudy.fileName
    guard let there = FileManager.default.contents(atPath: path) else {
      try AtomicFolder.write(files, to: folder, replacingExisting: false, stop: stop)
      return false
    }
    guard Array(there) == study.bytes else {
      throw ShiftwrightError(
        "\(folder) holds a study of other what-ifs, or of the same with other options.\n"
          + "Choose another place, or remove the folder."
      )
    }
    return true
  }

  /// Writes the results beside the runs.
  ///
  /// - Parameters:
  ///   - comparison: What the runs came to.
  ///   - folder: The study's folder.
  /// - Throws: `ShiftwrightError` when a file cannot be written.
  public static func write(_ comparison: WhatIfComparison, in folder: String) throws {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let sheet = FigureSheet(comparison)
    let page = SheetPage(sheet, figures: WhatIfFigures(comparison).figures)
    try AtomicFile.write(Array(page.html().utf8), to: root + "/whatif.html")
    try AtomicFile.write(WhatIfTable.csv(comparison), to: root + "/whatif.csv")
    try AtomicFile.write(WhatIfDaysTable.csv(comparison), to: root + "/whatif-days.csv")
    try AtomicFile.write(SheetFile.json(sheet), to: root + "/whatif.json")
  }

  /// What a terminal shows of a comparison.
  public static func text(_ comparison: WhatIfComparison, in folder: String) -> String {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return SheetText(FigureSheet(comparison)).text(file: root + "/whatif.csv")
      + WhatIfAnswers(comparison).text + "\nReport  \(root)/whatif.html\n"
  }
}

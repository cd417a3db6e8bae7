import ArgumentParser
import MARC
import Workstation

/// The mapping profile that tables and CDS/ISIS files are read or written by.
struct MappingOption: ParsableArguments {
  @Option(
    name: .customLong("map"),
    help: .say(
      "profile",
      vi: "Hồ sơ ánh xạ cột hay trường ISIS ra MARC: tên (xem thuthu map list) hoặc đường dẫn.",
      en: "How columns or ISIS fields become MARC: a name (see thuthu map list) or a path."))
  var name: String?

  func profiles() throws -> MappingProfiles {
    do throws(MappingFiles.Fault) {
      return try MappingFiles(.here).profiles(choosing: name)
    } catch {
      throw CommandFault.badInput(Speech.words.mappingFault(error))
    }
  }
}

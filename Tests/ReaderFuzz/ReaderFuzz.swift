import MARC

/// What libFuzzer calls with every input it thinks of: no reader may stop the program, run without end, or give a
/// record that cannot be stored and written.
///
/// The last byte says how the rest is read: as what it seems to be, or as one of the formats. `Scripts/fuzz` builds
/// and runs this; it is no part of the package, because only a program without `main` can be driven so.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = input.last else { return 0 }
  let formats: [RecordFormat?] = [nil] + RecordFormat.allCases
  let format = formats[Int(choice) % formats.count]
  let records = steps(input.dropLast(), as: format, limit: count + 16).compactMap(\.record)
  for record in records.prefix(4) {
    guard let stored = try? Record(storage: record.storageBytes), stored == record else {
      fatalError("a record cannot be stored: \(record.lines)")
    }
    for format in RecordFormat.writable {
      var writer = RecordWriter(format, profile: profiles.table)
      var output: [UInt8] = []
      writer.begin(&output)
      _ = writer.append(record, to: &output)
      writer.finish(&output)
      _ = steps(output[...], as: format, limit: output.count + 16)
    }
  }
  return 0
}

/// Everything a reader gives, which is never more than there are bytes.
private func steps(
  _ bytes: ArraySlice<UInt8>, as format: RecordFormat?, limit: Int
) -> [ReadRecord] {
  guard let reader = try? RecordReader(MemorySource(bytes), as: format, profiles: profiles) else {
    return []
  }
  var steps: [ReadRecord] = []
  while let step = try? reader.next() {
    steps.append(step)
    if steps.count > limit { fatalError("a reader does not come to an end") }
  }
  return steps
}

/// Profiles of every kind of rule.
private let profiles: MappingProfiles = {
  let table = """
    Nhan đề | Title = 245 10 $a
    Author = 100 1# $a each ; then 700
    Code = 852 ## $p each ; , newline
    Place = 852 ## $b
    Number = 001
    """
  let isis =
    "kind isis\n24 = 245 10 $a\n70 = 100 1# $a each ; then 700\n26 = 260 ## *\n69^b = 653 ## $a"
  guard let table = try? MappingProfile(Array(table.utf8)),
    let isis = try? MappingProfile(Array(isis.utf8))
  else { fatalError("the profiles of the fuzzer are faulty") }
  return MappingProfiles(table: table, isis: isis)
}()

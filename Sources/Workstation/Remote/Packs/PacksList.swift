import LibraryCore
import LibraryStore
import Terminal

/// The record packs the library looks into: attached by the path of their file, inspected, detached.
///
/// A worker opens them, because a stick or a network may let one wait; until then each stands there with its path.
struct PacksList: HouseList {
  private struct Opened: Sendable {
    var packs: [AttachedPack]
  }

  let context = "packs"
  let permission = Permission.manageRules
  private var places: [(name: String, path: String)] = []
  private var opened: [AttachedPack] = []

  var count: Int { places.count }

  /// The pack of a line; nil while it is being opened.
  private func pack(_ index: Int) -> AttachedPack? {
    opened.first { $0.name == places[index].name && $0.path == places[index].path }
  }

  func title(_ words: Wording) -> String { words.say(vi: "GÓI BIỂU GHI", en: "RECORD PACKS") }

  func lead(_ words: Wording) -> String? { nil }

  func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Tên", en: "Name"), width: .flexible(share: 2)),
      TableColumn(
        words.say(vi: "Biểu ghi", en: "Records"), width: .fixed(10), alignment: .trailing),
      TableColumn(words.say(vi: "Lập ngày", en: "Made on"), width: .fixed(12)),
      TableColumn(
        words.say(vi: "Nguồn hay lỗi", en: "Source or fault"), width: .flexible(share: 4)),
    ]
  }

  func row(_ index: Int, _ words: Wording) -> TableRow {
    let name = places[index].name
    return switch pack(index)?.pack {
    case .success(let pack)?:
      TableRow([
        name, String(pack.info.records), words.day(pack.info.made.day), pack.info.source,
      ])
    case .failure(let fault)?: TableRow([name, "", "", words.storeFault(fault)])
    case nil:
      TableRow([name, "", "", words.say(vi: "Đang mở…", en: "Opening…") + " " + places[index].path])
    }
  }

  mutating func read(_ workplace: Workplace) { places = workplace.house?.packs ?? [] }

  func slowPart(_ workplace: Workplace) -> (@Sendable () -> any Sendable)? {
    guard !places.isEmpty else { return nil }
    return { [desk = workplace.desk] in Opened(packs: (try? desk.attachedPacks()) ?? []) }
  }

  mutating func take(_ found: any Sendable) {
    if let found = found as? Opened { opened = found.packs }
  }

  func formToAdd(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GẮN GÓI BIỂU GHI", en: "ATTACH A RECORD PACK"),
      lead: [
        StyledText(
          words.say(
            vi: "Tệp nằm yên chỗ cũ, không bị chép hay sửa.",
            en: "The file stays where it lies; it is neither copied nor changed."))
      ],
      items: [
        Form.Item(
          "path", label: words.say(vi: "Tệp", en: "File"),
          field: Field(.text, maximumLength: 4096), isRequired: true,
          hint: words.say(vi: "Đường dẫn; ~ là thư mục riêng", en: "A path; ~ is your own folder")),
        Form.Item(
          "name", label: words.say(vi: "Tên gọi", en: "Name"),
          field: workplace.keyboard.words("", maximumLength: 60), width: 40,
          hint: words.say(vi: "Bỏ trống thì theo tên tệp", en: "Empty: the name of the file")),
      ]
    ) { form in
      let typed = TypedPath(form["path"]?.text ?? "")
      let name = form["name"]?.text ?? ""
      do {
        return .of(
          try workplace.desk.attachPack(typed.folder + typed.prefix, as: name.isEmpty ? nil : name),
          words, note: words.say(vi: "Đã gắn gói", en: "Pack attached"))
      } catch let fault as StoreFault {
        return .faults([("path", words.storeFault(fault))])
      }
    }
  }

  /// What the pack says of itself, or why it cannot be read.
  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)? {
    let words = workplace.wording
    guard let attached = pack(index) else { return nil }
    let lines: [String] =
      switch attached.pack {
      case .success(let pack): words.packLines(pack)
      case .failure(let fault): [attached.path, words.storeFault(fault)]
      }
    return TextScreen(
      workplace: workplace, title: attached.name, paragraphs: lines.map { StyledText($0) })
  }

  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval? {
    guard places.indices.contains(index) else { return nil }
    let name = places[index].name
    return HouseRemoval(name: name) { try workplace.desk.detachPack(name) }
  }

  mutating func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]? {
    nil
  }
}

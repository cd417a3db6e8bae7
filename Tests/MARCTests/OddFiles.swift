/// The files of the shared collections that are not in order, with what is read of them: how many records, and which kinds
/// of faults are told.
enum OddFiles {
  /// Files that hold no records, or hold them in a form that is not read, by the end of their names.
  private static let unread: [(ending: String, reason: String)] = [
    ("SOURCE.txt", "says where the collection is from"), ("LICENSE-bu_bibs.txt", "a licence"),
    (".chr", "the name of an encoding"), ("manifest.json", "a list of the files beside it"),
    ("vie_text_oracle.tsv", "texts only"), ("marc-structure.txt", "a list of fields"),
    (".lif", "MicroLIF of 1987, which no program in Vietnam writes"),
    ("farsi.marc", "five lines of MARC-8 without records"),
    ("test_marc8.txt", "texts only"), ("test_utf8.txt", "texts only"),
  ]

  static func isUnread(_ name: String) -> Bool {
    unread.contains { name.hasSuffix($0.ending) } || isTurbomarc(name)
  }

  /// libyaz's own dialect of MARCXML, which leaves its programs nowhere else.
  private static func isTurbomarc(_ name: String) -> Bool {
    let file = name.split(separator: "/").last ?? ""
    return file.hasSuffix(".xml") && (file.hasPrefix("tmarc") || file.hasPrefix("xml2tmarc"))
  }

  static let table: [String: OddFile] = {
    var table: [String: OddFile] = [:]
    for line in lines.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      table[String(line[..<colon])] = OddFile(line[line.index(after: colon)...])
    }
    return table
  }()

  private static let lines = """
    catmandu-marc-tests/t/bu_bibs.mrc: 100 lengthsInCharacters wrongEncodingMark wrongRecordLength
    catmandu-marc-tests/t/dollar_subfields.mrc: 2 notMARC21
    catmandu-marc-tests/t/old_new.json: 0 noRecords
    evergreen-marc-samples/FSL.marc: 52 wrongEncodingMark
    evergreen-marc-samples/hebrew.marc: 20 invalidMARC8
    evergreen-marc-samples/map_data.mrc: 3 wrongEncodingMark
    evergreen-marc-samples/nepali.marc: 96 textBeforeSubfields
    evergreen-marc-samples/sample_acq_order.mrc: 10 textBeforeSubfields
    file_marc-tests/bad_example.xml: 1 badIndicator
    file_marc-tests/bad_example2.mrc: 1 controlFieldWithSubfields unclaimedText wrongBaseAddress wrongDirectory wrongEncodingMark wrongRecordLength
    file_marc-tests/bad_leader.xml: 1 badLeader
    file_marc-tests/compressed.mrc.gz: 3 wrongEncodingMark
    file_marc-tests/music.mrc: 3 wrongEncodingMark
    file_marc-tests/wronglen.mrc: 1 wrongDirectory wrongRecordLength
    loc-marc2bibframe2/test/data/ConvSpec-001-007/dup-properties.xml: 17 badIndicator missingLeader unexpectedValue
    loc-marc2bibframe2/test/data/ConvSpec-001-007/marc.xml: 14 badIndicator missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-010-048/marc.xml: 2 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-050-088/marc.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-1XX,6XX,7XX,8XX-names/marc.xml: 2 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-1XX,6XX,7XX,8XX-names/marc_contains.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-1XX,6XX,7XX,8XX-names/marc_uris.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-200-247not240-Titles/marc210.xml: 2 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-200-247not240-Titles/marc222.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-200-247not240-Titles/marc242.xml: 2 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-200-247not240-Titles/marc243.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-200-247not240-Titles/marc245.xml: 7 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-200-247not240-Titles/marc246.xml: 5 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-200-247not240-Titles/marc247.xml: 3 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-240andX30-UnifTitle/marc.xml: 6 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-250-270/marc-process8.xml: 9 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-250-270/marc.xml: 3 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-3XX/marc-multi-3XX.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-3XX/marc.xml: 2 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-3XX/marc362-edge.xml: 3 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-460-468-SeriesTreat/marc.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-490-510-Links/marc.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-5XX/marc-paired880s.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-5XX/marc.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-648-662/marc.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-648-662/marc_uris.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-720+740to755/marc.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-760-788-Links/marc.xml: 3 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-760-788-Links/marc_758_uris.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-841-887/marc.xml: 2 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-880/marc-lang.xml: 1 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-880/marc.xml: 1 badIndicator missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-DLC/marc.xml: 2 missingLeader
    loc-marc2bibframe2/test/data/ConvSpec-Process6-Series/marc.xml: 4 missingLeader
    perl-marc-tests/MARC-Record/baddir.usmarc: 1 controlFieldWithSubfields missingText wrongBaseAddress wrongDirectory
    perl-marc-tests/MARC-Record/badldr.usmarc: 6 strayBytes
    perl-marc-tests/MARC-Record/filler.usmarc: 3 strayBytes
    perl-marc-tests/MARC-XML/empty-record-2.xml: 0 noRecords
    perl-marc-tests/MARC-XML/empty-record.xml: 0 noRecords
    perl-marc-tests/MARC-XML/invalid.xml: 0 noRecords
    perl-marc-tests/MARC-XML/namespace.xml: 1 badIndicator
    perl-marc-tests/MARC-pm/badmarc.dat: 4 controlFieldWithSubfields strayBytes unclaimedText wrongBaseAddress wrongDirectory wrongRecordLength
    perl-marc-tests/MARC-pm/makrbrkr.mrc: 8 invalidMARC8
    perl-marc-tests/MARC-pm/makrtest.bad: 3 missingLeader
    perl-marc-tests/MARC-pm/makrtest.src: 8 invalidUTF8
    pymarc-tests/1251.dat: 6 invalidMARC8
    pymarc-tests/bad_eacc_encoding.dat: 1 invalidMARC8
    pymarc-tests/bad_indicator.dat: 1 missingIndicators
    pymarc-tests/bad_marc8_escape.dat: 1 invalidMARC8
    pymarc-tests/bad_records.mrc: 9 recordTooLong truncated wrongBaseAddress wrongDirectory wrongEncodingMark
    pymarc-tests/bad_subfield_code.dat: 1 lengthsInCharacters wrongEncodingMark
    pymarc-tests/bad_tag.xml: 1 badLeader badTag
    pymarc-tests/regression45.dat: 12 textBeforeSubfields
    pymarc-tests/testunimarc.dat: 1 notMARC21
    pymarc-tests/utf8_without_leader_flag.dat: 1 wrongEncodingMark
    qa-catalogue-samples/alephseq/alephseq-example4.txt: 1 furtherFaults missingRecordTerminator missingText strayBytes wrongBaseAddress wrongDirectory
    qa-catalogue-samples/alephseq/alephseq-example5-long-leader.txt: 1 badLeader
    qa-catalogue-samples/alephseq/alephseq-example5-short-leader.txt: 1 badLeader
    qa-catalogue-samples/alephseq/alephseq-example6-error.txt: 5 badLeader
    qa-catalogue-samples/marcspec/music.mrc: 3 wrongEncodingMark
    qa-catalogue-samples/multiline.txt: 0 noRecords
    ruby-marc-tests/bad_eacc_encoding.marc8.marc: 1 invalidMARC8
    ruby-marc-tests/cp866_multirecord.marc: 1 invalidUTF8 wrongDirectory
    ruby-marc-tests/cp866_unimarc.marc: 1 invalidUTF8 wrongDirectory
    ruby-marc-tests/marc8_accented_chars.marc: 1 invalidUTF8
    ruby-marc-tests/marc_with_bad_utf8.utf8.marc: 1 wrongDirectory wrongRecordLength
    ruby-marc-tests/no-leading-zero.xml: 1 badTag
    ruby-marc-tests/three-records-second-bad.xml: 3 badSubfieldCode
    ruby-marc-tests/utf8_with_bad_bytes.marc: 1 invalidUTF8
    sru-oai-samples/sru/mods.xml: 0 noRecords
    sru-oai-samples/sru/nla.xml: 0 noRecords
    sru-oai-samples/sru/picaxml.xml: 1 badIndicator badTag furtherFaults
    sru-oai-samples/sru/sru_oai_dc.xml: 0 noRecords
    yaz-marc-tests/marc0.json: 1 badIndicator
    yaz-marc-tests/marc0.json.marc: 1 textBeforeSubfields
    yaz-marc-tests/marc0.marc: 1 textBeforeSubfields
    yaz-marc-tests/marc0.xml: 1 badIndicator
    yaz-marc-tests/marc0.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/marc1.json: 1 notMARC21 unexpectedElement
    yaz-marc-tests/marc1.json.marc: 1 textBeforeSubfields wrongEncodingMark
    yaz-marc-tests/marc1.marc: 1 textBeforeSubfields
    yaz-marc-tests/marc1.xml: 1 notMARC21
    yaz-marc-tests/marc1.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/marc10.json.marc: 1 wrongEncodingMark
    yaz-marc-tests/marc10.marc: 1 invalidMARC8
    yaz-marc-tests/marc11.json.marc: 1 wrongEncodingMark
    yaz-marc-tests/marc11.marc: 1 invalidMARC8
    yaz-marc-tests/marc12.json: 1 forbiddenCharacter
    yaz-marc-tests/marc12.json.marc: 1 wrongEncodingMark
    yaz-marc-tests/marc12.marc: 1 invalidMARC8
    yaz-marc-tests/marc2.json: 1 badSubfieldCode notMARC21 unexpectedElement
    yaz-marc-tests/marc2.json.marc: 1 textBeforeSubfields wrongEncodingMark
    yaz-marc-tests/marc2.marc: 1 textBeforeSubfields
    yaz-marc-tests/marc2.xml: 1 badSubfieldCode notMARC21
    yaz-marc-tests/marc2.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/marc3.json: 1 notMARC21
    yaz-marc-tests/marc3.json.marc: 1 controlFieldWithSubfields notMARC21
    yaz-marc-tests/marc3.marc: 1 controlFieldWithSubfields notMARC21 textBeforeSubfields
    yaz-marc-tests/marc3.xml: 1 notMARC21
    yaz-marc-tests/marc3.xml.marc: 1 controlFieldWithSubfields notMARC21
    yaz-marc-tests/marc4.marc: 1 controlFieldWithSubfields notMARC21 strayBytes textBeforeSubfields
    yaz-marc-tests/marc5.json: 1 badSubfieldCode
    yaz-marc-tests/marc5.marc: 1 missingSubfields
    yaz-marc-tests/marc5.xml: 1 badSubfieldCode
    yaz-marc-tests/marc7.json.marc: 1 wrongEncodingMark
    yaz-marc-tests/marc7.marc: 1 invalidMARC8
    yaz-marc-tests/marc8.json.marc: 1 wrongEncodingMark
    yaz-marc-tests/marc9.json.marc: 1 wrongEncodingMark
    yaz-marc-tests/tmarc0.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/tmarc1.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/tmarc2.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/tmarc3.xml.marc: 1 controlFieldWithSubfields notMARC21
    yaz-marc-tests/xml2marc0.xml: 1 badIndicator
    yaz-marc-tests/xml2marc0.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/xml2marc1.xml: 1 notMARC21
    yaz-marc-tests/xml2marc1.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/xml2marc2.xml: 1 badSubfieldCode notMARC21
    yaz-marc-tests/xml2marc2.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/xml2marc3.xml: 1 notMARC21
    yaz-marc-tests/xml2marc3.xml.marc: 1 controlFieldWithSubfields notMARC21
    yaz-marc-tests/xml2marc5.xml: 1 badSubfieldCode
    yaz-marc-tests/xml2tmarc0.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/xml2tmarc1.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/xml2tmarc2.xml.marc: 1 textBeforeSubfields
    yaz-marc-tests/xml2tmarc3.xml.marc: 1 controlFieldWithSubfields notMARC21
    """
}

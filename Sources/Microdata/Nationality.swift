/// Regions of nationalities: Germany, the other states of the European Union, the rest of Europe, other
/// continents.
///
/// Own compilation of country names, adjectives and codes of ISO 3166-1; the members of the European
/// Union are those of 2024. Names are compared without regard to case.
enum Nationality {
  static let germany = "Germany"
  static let german = "German"
  static let other = "not German"

  /// The region of a nationality, `nil` if it is not known.
  ///
  /// - Parameter text: A name of a country, an adjective, or a code of two letters.
  /// - Returns: The name of the region.
  static func region(of text: String) -> String? {
    regions[text.lowercased()]
  }

  private static let regions: [String: String] = {
    var regions: [String: String] = [:]
    for (region, names) in lists {
      for line in names.split(separator: "\n") {
        for name in line.split(separator: "|") { regions[String(name)] = region }
      }
    }
    return regions
  }()

  private static let lists: [(String, String)] = [
    (germany, "de|deutschland|deutsch|german|germany"),
    ("stateless or unknown", "staatenlos|stateless|ungeklärt|unbekannt|unknown"),
    (
      "European Union",
      """
      at|österreich|österreichisch|austrian|austria
      be|belgien|belgisch|belgian|belgium
      bg|bulgarien|bulgarisch|bulgarian|bulgaria
      hr|kroatien|kroatisch|croatian|croatia
      cy|zypern|zyprisch|cypriot|cyprus
      cz|tschechien|tschechisch|czech|czechia
      dk|dänemark|dänisch|danish|denmark
      ee|estland|estnisch|estonian|estonia
      fi|finnland|finnisch|finnish|finland
      fr|frankreich|französisch|french|france
      gr|griechenland|griechisch|greek|greece
      hu|ungarn|ungarisch|hungarian|hungary
      ie|irland|irisch|irish|ireland
      it|italien|italienisch|italian|italy
      lv|lettland|lettisch|latvian|latvia
      lt|litauen|litauisch|lithuanian|lithuania
      lu|luxemburg|luxemburgisch|luxembourgish|luxembourg
      mt|malta|maltesisch|maltese
      nl|niederlande|niederländisch|dutch|netherlands
      pl|polen|polnisch|polish|poland
      pt|portugal|portugiesisch|portuguese
      ro|rumänien|rumänisch|romanian|romania
      sk|slowakei|slowakisch|slovak|slovakia
      si|slowenien|slowenisch|slovenian|slovenia
      es|spanien|spanisch|spanish|spain
      se|schweden|schwedisch|swedish|sweden
      """
    ),
    (
      "Europe outside the Union",
      """
      al|albanien|albanisch|albanian|albania
      by|belarus|belarussisch|belarusian
      ba|bosnien und herzegowina|bosnisch|bosnian
      ch|schweiz|schweizerisch|swiss|switzerland
      gb|vereinigtes königreich|britisch|british|united kingdom
      is|island|isländisch|icelandic|iceland
      xk|kosovo|kosovarisch|kosovar
      li|liechtenstein|liechtensteinisch
      md|moldau|moldauisch|moldovan|moldova
      me|montenegro|montenegrinisch|montenegrin
      mk|nordmazedonien|mazedonisch|macedonian|north macedonia
      no|norwegen|norwegisch|norwegian|norway
      ru|russland|russisch|russian|russia
      rs|serbien|serbisch|serbian|serbia
      tr|türkei|türkisch|turkish|turkey
      ua|ukraine|ukrainisch|ukrainian
      """
    ),
    (
      "Africa",
      """
      dz|algerien|algerisch|algerian|algeria
      eg|ägypten|ägyptisch|egyptian|egypt
      er|eritrea|eritreisch|eritrean
      et|äthiopien|äthiopisch|ethiopian|ethiopia
      gh|ghana|ghanaisch|ghanaian
      gm|gambia|gambisch|gambian
      gn|guinea|guineisch|guinean
      ke|kenia|kenianisch|kenyan|kenya
      cm|kamerun|kamerunisch|cameroonian|cameroon
      cd|kongo|kongolesisch|congolese|congo
      ci|elfenbeinküste|ivorisch|ivorian
      ly|libyen|libysch|libyan|libya
      ma|marokko|marokkanisch|moroccan|morocco
      ng|nigeria|nigerianisch|nigerian
      sd|sudan|sudanesisch|sudanese
      sn|senegal|senegalesisch|senegalese
      so|somalia|somalisch|somali
      tg|togo|togoisch|togolese
      tn|tunesien|tunesisch|tunisian|tunisia
      za|südafrika|südafrikanisch|south african|south africa
      """
    ),
    (
      "Asia",
      """
      af|afghanistan|afghanisch|afghan
      am|armenien|armenisch|armenian|armenia
      az|aserbaidschan|aserbaidschanisch|azerbaijani|azerbaijan
      bd|bangladesch|bangladeschisch|bangladeshi|bangladesh
      cn|china|chinesisch|chinese
      ge|georgien|georgisch|georgian|georgia
      in|indien|indisch|indian|india
      id|indonesien|indonesisch|indonesian|indonesia
      iq|irak|irakisch|iraqi|iraq
      ir|iran|iranisch|iranian
      il|israel|israelisch|israeli
      jp|japan|japanisch|japanese
      jo|jordanien|jordanisch|jordanian|jordan
      kz|kasachstan|kasachisch|kazakh|kazakhstan
      kg|kirgisistan|kirgisisch|kyrgyz|kyrgyzstan
      kr|südkorea|südkoreanisch|south korean|south korea
      lb|libanon|libanesisch|lebanese|lebanon
      lk|sri lanka|sri-lankisch|sri lankan
      mn|mongolei|mongolisch|mongolian|mongolia
      np|nepal|nepalesisch|nepalese
      pk|pakistan|pakistanisch|pakistani
      ph|philippinen|philippinisch|filipino|philippines
      ps|palästina|palästinensisch|palestinian|palestine
      sy|syrien|syrisch|syrian|syria
      th|thailand|thailändisch|thai
      tj|tadschikistan|tadschikisch|tajik|tajikistan
      uz|usbekistan|usbekisch|uzbek|uzbekistan
      vn|vietnam|vietnamesisch|vietnamese
      ye|jemen|jemenitisch|yemeni|yemen
      """
    ),
    (
      "America and Oceania",
      """
      ar|argentinien|argentinisch|argentinian|argentina
      br|brasilien|brasilianisch|brazilian|brazil
      ca|kanada|kanadisch|canadian|canada
      cl|chile|chilenisch|chilean
      co|kolumbien|kolumbianisch|colombian|colombia
      cu|kuba|kubanisch|cuban|cuba
      do|dominikanische republik|dominikanisch|dominican
      ec|ecuador|ecuadorianisch|ecuadorian
      mx|mexiko|mexikanisch|mexican|mexico
      pe|peru|peruanisch|peruvian
      us|usa|us-amerikanisch|amerikanisch|american|united states
      ve|venezuela|venezolanisch|venezuelan
      au|australien|australisch|australian|australia
      nz|neuseeland|neuseeländisch|new zealand
      """
    ),
  ]
}

"""Whether letters make words: how many of a text's groups of three are unusual in written language.

The table holds the three-letter groups that stand in at least four of the 23,000 distinct words that the
documentation and code of Rails, Django, Hugo, Vue, Caddy, Express and Flask use twice, and Django's messages
in 18 languages of Latin letters. Of random strings of eight letters 95 % have two unusual groups of five; of
words that the count did not see, 1 %.
"""

from functools import cache

# By first letter: each second letter in upper case, then the third ones.
_FOLLOWING = (
    "A:AabcdeglmnrtBabcdefilorsuyCabcehijklmoqrtuyDabcdefghijlmnorsuvyEacdelrFaefirtGaegimnorsuHailouId"
    "ghklmnorstJoKaehistuLabcdefghiklmoprstuvyMabceilmopsuNabcdefghiklmnostuvyPaehiloprstQeuRabcdefgi"
    "klmnoprstuvySacdeghijkmnopstuyTacefhilmnorstuyUcdfglnrstxVaeinoWaensXeioYadefilmosZaeiy "
    "B:AabcdefghijklmnrstzBabcdeilrCabcdfloDabceiEabcdefghiklnrstvxyFceiuIabdeglnorstJeLaeiouyMaioNaOad"
    "gklnorstuwxyParRaceiouSacdeioptuTaerUabcdfgiklmnrstzViYlpt "
    "C:AbcdefklmnprstuvBadeCacdefiouDabcdefEabcdefhilmnprstFabdefgiGiHaceimnorstuyIabdefilmnoprstuKabef"
    "ilnoprstuwyLaeiosuMadeOabcdegilmnoprstuvwPouQuRaeiouySprstTaeilorsuxyUeilmnprstYcZeo "
    "D:AabcdefghijklmnprstvyBabcdefilmyCabcdefhoDadefilryEabcdefgjlmnopqrstuvxzFabefioGaeHeoIacdefgkmno"
    "prstuvzJauLaeioyMaioNaeiosObcegiklmnoprstuwPakorRaeiosSaehltTadehrUabcelmnprszVaeiWiYfnZi "
    "E:AabcdefgklmnprstuvBabcdefilmoprsuyCabcehiklorstuyDabcdefgilnorsuyEabcdefklmnprstxzFacefgilorstuG"
    "aegilmorsuHaeioIcdglmnrstvxJaesKadeirstuLabcdefgiklmnoprstuvyMabceimnopsuNabcdefghijklnoqrstuvyO"
    "fglmnprstuwPacehilorstuQuRabcdefghiklmnoprstuvwyzSabcdehiklmnopqstuyTabcdehiklmnoprstuvwyzUcegir"
    "stVaceiotWaefhilorsXacehiptYbelpswZeinouz "
    "F:AbcdefiklmnrstuvBcdCabdefosDacdeEabcdefilnrstFacdefilosGehIacdefgklnrstxLaeiouyMtOclnorsuPrRaeio"
    "uSeTaeiosyUlnrstzYi "
    "G:AbdghilmnprtuBaCsDaEabdefgilmnorstvxFiGaeilrHbeilostIabcdeflnorstuvLaeioyMaeotNaeimosOacdefilmno"
    "prstvPaRaeiouSstTehyUaeilmnorstyYlZi "
    "H:AbcdiklmnprstuvBoDaeEabcdefilmnorstuxIabcdefgjlmnprstvzLeiyMaeiNaeiOcdeilmnoprstuvwRaeioStTaeilm"
    "nstUabfglmnrstViYdp "
    "I:AbdglmnrstBabeilmrsuCacefhikloprstuyDacdefgilnoprstuEcdfjklmnrstuvwzFaefiortyGadeghilmnorstuHaio"
    "IdnsJaknoKaeikLabdefgijlmostyMabeimopsuNabcdefghijklmnopqstuvxyOdglnrstuPaehiloprstuQuRacdeijmno"
    "rstySacdefhijklmnopqrstuTacehilmorstuyzUmnsVaeiouXeitZaeioz "
    "J:AacdkmnprvDbEcdkmnrstItKlObehiknrsuPeSdotxTeUdilmns "
    "K:AabcgilmnprstBaoChoDaoEdelmnrstyFiHiIcelmnprstJeKeioLaeimoyMaeNoOdhmnrswPaoRaeioSeiptTaeiorUlmnp"
    "ruWai "
    "L:AbcdghiklmnprstuvwxyzBaeoCahlouDaceinorsuEabcdefghilmnopqrstuvwxyzFaioGaeiorHoIabcdefghjkmnopqrs"
    "tvzJaKeiosLabceimostuyMaeinoNaeioOabcfgikmnoprstuvwyPaehnQuReSaceikoptTacehiorsyUabcdegikmnprstV"
    "aeiWaiYgipsz "
    "M:AacdgijklmnprstxyzBaeiloruCaoDaeiEabcdefghiklmnoprstuwxzFiIacdegklmnrstxzLacdeinostMaeiouyNeioOc"
    "dgijlnorstuvPadefhilorstuReSegitTeiopUlmnrstYabcdfimpst "
    "N:AabcdgiklmnpqrstuvwBaeoruCaehilortuyDabcefilmoprstuwyEabcdefgijlmnopqrstuvwxyzFaeiloruGaefgiklor"
    "stuHaeoIabcdefgklmnopqrstuvxzJaeoKceistLaeioyMaeoNaeiostuyObcdfgiklmnoprstuvwPaimruQuReioSacdefh"
    "iklmopstuwTabefhilmorstuwyUaeilmnopstxVaehioWairYacmtZe "
    "O:AcdlrstBabeijlorstuCacehiklostuDabceinosuyEnrsxFefilostGadegilnorsuyHainIcdlmnstzJaesKaeikmosuLa"
    "defiklmnostuvyMabefilmnopsuNabcdefgijklmnoprstuvwyObdfgklmnoprstPacdehiloprstuyRabcdeghiklmnoprs"
    "tuwySaceghilmnopstuTacefhilmnoprstwUbcdglnprstvVaeioWacdeilnostXeiyYaceimsZe "
    "P:AbcdgilmnprstuwyCahiloDafioEacdefglmnoprstFiGeprsHaeiopyIcdeglnprstxKcginLaeiouyMeNagOdgiklnoprs"
    "tuwPaeilorsRaeiozSeituTaehiorsuyUbelnprstYpt "
    "Q:LacdisUaeio "
    "R:AbcdfgiklmnprstuvwyzBaeiouyCaehiloruDabceilosuwEabcdefghijklmnopqrstuvwyzFaeilouGabehiosuHaeoIab"
    "cdefghklmnopstuvzJaKadeilsuLacdefinoprstuyMaefiostuNaegiosOabcdfghijklmnoprstuvwxyzPacehiorQuRae"
    "ioruySacehikopstuTacefhilmnorstuyUabcdefgiklmnpstVaeioWaeirYadipstwZe "
    "S:AabcdfghilmnprstvyBalouCaehiloruDaeioEabcdefghiklmnopqrstuvxFceiouGeiHabdeilmortuIabcdefgklmnors"
    "tvxzJoKaeijorsuyLaceiouyMaeiotNaeioObcfilmnpruPaehiloruQluRacefiosSabcefilnoprstuwTacdefgilmnopr"
    "stuyUabcdefgilmnoprsVaegWaeioYmns "
    "T:AabcdfghiklmnprstuvxBaloCahopDaeioEacdefgijklmnprstuvxyFiouGrHaeilmnorsuyIabcdefgiklmnoprstuvzKe"
    "ioLaeiosyMaelopNaeiouOabcdefgijklmnoprstuvwyPacdelorsuRaeiosuyScehinoptTaeilnopruyUabdegijlmnprs"
    "tVaWaeioXtYclpsZaet "
    "U:AdglmnrstBabcdefijlmoprstyCacehiktuDaegioEdilnrstuvFfGaefghilmosuIcdeklnprstvJeKaekuLadeilnostuM"
    "abeimnpsuNabcdefghiklmnopqrstuvwOdtuPacdegilopstRabcdefgiklnoprstuvSacdehilopstuzTacdefhiloprstu"
    "zUitVeZz "
    "V:AbcilmnrstEacdgilmnprstuyzIacdefglnorstvLoOceiklorstRaSiUelsYb "
    "W:AghilnprstyCoEabdeilnrsHaeioIcdejlnprstKbtLeiNeilsOlnorRaioSegYb "
    "X:AcmCelDeEcdlmrsFfHaIcmnstMlOnPaeilorTaeirsuyXxYz "
    "Y:AbmnprBaorCehlozDaeirvEadnrsFiGeoHtIenLadeiloMabelmoNacdotOnruPaehiortReSeiqtTehktyWaoYyZe "
    "Z:AbdknprstEdimnrsIaelnopLeMiNaOnrsZaz "
)

# The first characters tell: a longer value costs no more.
_LOOKED_AT = 96


@cache
def groups() -> frozenset[str]:
    """The usual groups of three letters, in lower case."""
    found = []
    first = second = ""
    for character in _FOLLOWING.replace(" ", ""):
        if character == ":":
            first = second.lower()
        elif character.isupper():
            second = character.lower()
        else:
            found.append(first + second + character)
    return frozenset(found)


def surprise(value: str) -> float:
    """The part of the groups of three characters that no word has, 0 to 1: letters, digits and case mixed.

    Groups over a separator or at the edge of a word of `camelCase` do not count.
    """
    usual = groups()
    value = value[:_LOOKED_AT]
    lowered = value.lower()
    shape = "".join(map(_kind, value))
    counted = strange = 0.0
    for at in range(len(value) - 2):
        kinds = shape[at : at + 3]
        if "-" in kinds or kinds in _EDGES:
            continue
        counted += 1
        if "9" not in kinds:
            strange += kinds == "AaA" or lowered[at : at + 3] not in usual
        else:
            strange += _MIXED.get(kinds.lower(), 0.0)
    return strange / counted if counted else 0.0


# Where one word of camelCase ends and the next begins, an acronym counted as a word.
_EDGES = frozenset(("aAa", "aaA", "AAa", "aAA"))
# Digits that stand between letters, or a letter between digits, are no word and no number.
_MIXED = {"a9a": 1.0, "9a9": 1.0, "aa9": 0.2, "9aa": 0.4, "a99": 0.2, "99a": 0.4}


def _kind(character: str) -> str:
    if character.isdigit():
        return "9"
    if character.isalpha():
        return "A" if character.isupper() else "a"
    return "-"

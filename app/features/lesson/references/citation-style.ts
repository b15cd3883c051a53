/**
 * The academy's style of citation, in the Citation Style Language 1.0: full notes, short ones when a work was cited
 * before, and a list of works in the order of their authors.
 */
export const citationStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" demote-non-dropping-particle="never" page-range-format="expanded">
  <info>
    <title>Maqdis, notes and bibliography</title>
    <id>maqdis-notes-and-bibliography</id>
    <category citation-format="note"/>
    <updated>2026-11-22T00:00:00+00:00</updated>
  </info>
  <macro name="people">
    <names variable="author">
      <name and="text" delimiter-precedes-last="contextual"/>
      <label form="short" prefix=", "/>
      <substitute><names variable="editor"/><names variable="translator"/></substitute>
    </names>
  </macro>
  <macro name="people-first">
    <names variable="author">
      <name name-as-sort-order="first" and="text" delimiter-precedes-last="contextual"/>
      <label form="short" prefix=", "/>
      <substitute><names variable="editor"/><names variable="translator"/></substitute>
    </names>
  </macro>
  <macro name="people-short">
    <names variable="author">
      <name form="short" and="text" et-al-min="4" et-al-use-first="1"/>
      <substitute><names variable="editor"/><names variable="translator"/></substitute>
    </names>
  </macro>
  <macro name="title">
    <choose>
      <if type="book thesis map webpage" match="any"><text variable="title" font-style="italic"/></if>
      <else-if type="manuscript document" match="any"><text variable="title"/></else-if>
      <else><text variable="title" quotes="true"/></else>
    </choose>
  </macro>
  <macro name="title-short">
    <choose>
      <if type="book thesis map webpage" match="any"><text variable="title" form="short" font-style="italic"/></if>
      <else-if type="manuscript document" match="any"><text variable="title" form="short"/></else-if>
      <else><text variable="title" form="short" quotes="true"/></else>
    </choose>
  </macro>
  <macro name="container">
    <choose>
      <if type="chapter">
        <group delimiter=" "><text term="in"/><text variable="container-title" font-style="italic"/></group>
      </if>
      <else-if type="article-journal">
        <group delimiter=" ">
          <text variable="container-title" font-style="italic"/>
          <group delimiter=", "><text variable="volume"/><group delimiter=" "><text term="issue" form="short"/><text variable="issue"/></group></group>
        </group>
      </else-if>
      <else><text variable="container-title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="helpers">
    <choose>
      <if variable="author">
        <group delimiter=", ">
          <names variable="editor"><label form="short" suffix=" "/><name and="text"/></names>
          <names variable="translator"><label form="short" suffix=" "/><name and="text"/></names>
        </group>
      </if>
    </choose>
  </macro>
  <macro name="edition">
    <choose>
      <if is-numeric="edition"><group delimiter=" "><number variable="edition" form="ordinal"/><text term="edition" form="short"/></group></if>
      <else><text variable="edition"/></else>
    </choose>
  </macro>
  <macro name="issued">
    <choose>
      <if variable="issued"><date variable="issued" form="text" date-parts="year-month-day"/></if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued"><date variable="issued" form="text" date-parts="year"/></if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
  <macro name="archive">
    <group delimiter=", "><text variable="archive_location"/><text variable="archive"/><text variable="archive-place"/></group>
  </macro>
  <macro name="imprint">
    <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
  </macro>
  <macro name="facts">
    <choose>
      <if type="article-journal"><text macro="year"/></if>
      <else-if type="thesis"><group delimiter=", "><text variable="genre"/><text variable="publisher"/><text macro="year"/></group></else-if>
      <else-if type="manuscript document webpage" match="any"><text macro="issued"/></else-if>
      <else><group delimiter=", "><text macro="imprint"/><text macro="year"/></group></else>
    </choose>
  </macro>
  <citation et-al-min="4" et-al-use-first="1">
    <layout delimiter="; ">
      <choose>
        <if position="ibid-with-locator"><group delimiter=", "><text term="ibid"/><text variable="locator"/></group></if>
        <else-if position="ibid"><text term="ibid"/></else-if>
        <else-if position="subsequent">
          <group delimiter=", "><text macro="people-short"/><text macro="title-short"/><text variable="locator"/></group>
        </else-if>
        <else>
          <group delimiter=", ">
            <group delimiter=" ">
              <group delimiter=", ">
                <text macro="people"/>
                <text macro="title"/>
                <text macro="container"/>
                <text macro="helpers"/>
                <text macro="edition"/>
                <text macro="archive"/>
              </group>
              <text macro="facts" prefix="(" suffix=")"/>
            </group>
            <text variable="locator"/>
          </group>
        </else>
      </choose>
    </layout>
  </citation>
  <bibliography et-al-min="11" et-al-use-first="7" hanging-indent="true">
    <sort><key macro="people-first"/><key variable="title"/><key variable="issued"/></sort>
    <layout suffix=".">
      <group delimiter=". ">
        <text macro="people-first"/>
        <text macro="title"/>
        <group delimiter=", "><text macro="container"/><text macro="helpers"/></group>
        <text macro="edition"/>
        <text macro="archive"/>
        <group delimiter=": "><text macro="facts"/><text variable="page"/></group>
        <text variable="note"/>
      </group>
    </layout>
  </bibliography>
</style>`;

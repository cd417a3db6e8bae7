<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:z="http://indexdata.com/zebra-2.0" xmlns:m="http://www.loc.gov/MARC21/slim" exclude-result-prefixes="m">
  <xsl:template match="m:record">
    <z:record z:id="{m:controlfield[@tag='001']}">
      <z:index name="ISBN:w Any:w"><xsl:value-of select="m:datafield[@tag='020']/m:subfield[@code='a']"/></z:index>
      <z:index name="Title:w Any:w"><xsl:value-of select="m:datafield[@tag='245']/m:subfield[@code='a']"/></z:index>
      <z:index name="Author:w Any:w"><xsl:value-of select="m:datafield[@tag='100']/m:subfield[@code='a']"/></z:index>
    </z:record>
  </xsl:template>
</xsl:stylesheet>

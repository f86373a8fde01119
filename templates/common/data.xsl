<?xml version="1.0" encoding="UTF-8"?>
<!-- What a conference holds, named once for all templates. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:k="urn:cbua:conference:1" xmlns:f="urn:cbua:template-functions:1" xmlns:c="urn:cbua:functions:1"
                exclude-result-prefixes="k f">

	<xsl:strip-space elements="k:conference k:programme k:session k:speech k:talk k:clusters k:cluster k:outcomes k:outcome k:decisions k:decision k:attendance k:persons k:person k:institutions k:institution k:summary k:text k:list k:papers k:paper"/>

	<!-- What there is to tell of. A chapter stands only where there is something to say. -->
	<xsl:variable name="has-programme" select="boolean(/k:conference/k:programme/k:session)"/>
	<xsl:variable name="speeches" select="/k:conference/k:programme/k:session/k:speech[k:summary]"/>
	<xsl:variable name="clusters" select="/k:conference/k:clusters/k:cluster"/>
	<!-- Clusters of which more is known than their names have a chapter each. -->
	<xsl:variable name="told" select="boolean($clusters[k:field or k:lead or k:member or k:summary] | /k:conference/k:outcomes/k:outcome)"/>
	<xsl:variable name="attendees" select="/k:conference/k:attendance/k:attendee"/>
	<xsl:variable name="decisions" select="/k:conference/k:decisions/k:decision"/>

	<!-- What the document is, for its file. -->
	<xsl:template name="metadata">
		<xsl:param name="label" select="'report'"/>
		<fo:declarations>
			<x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
					<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
						<dc:title><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="f:pick(k:title)"/></rdf:li></rdf:Alt></dc:title>
						<dc:creator><rdf:Seq>
							<xsl:for-each select="k:host"><rdf:li><xsl:value-of select="f:pick(key('by-id', @institution)/k:name)"/></rdf:li></xsl:for-each>
						</rdf:Seq></dc:creator>
						<dc:description><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="f:label($label)"/></rdf:li></rdf:Alt></dc:description>
					</rdf:Description>
				</rdf:RDF>
			</x:xmpmeta>
		</fo:declarations>
	</xsl:template>
</xsl:stylesheet>

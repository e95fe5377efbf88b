"""Feeds as sites write them, about a harbour that does not exist."""

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>Port Elian Post</title><link>https://post.example/</link><ttl>30</ttl>
  <atom:link rel="self" href="https://post.example/feed"/>
  <item>
    <title>Fish &amp; chips: the quay&rsquo;s &lt;b&gt;own&lt;/b&gt;</title>
    <link>/2023/chips?utm_source=rss#top</link><guid isPermaLink="false">post-7</guid>
    <pubDate>Wed, 08 Mar 2023 09:15:00</pubDate>
    <category>food</category>
    <description>Short.</description>
    <content:encoded><![CDATA[<p>Longer & with <a href="/x?a=1&b=2">a link</a>.</p>]]></content:encoded>
  </item>
  <item>
    <title>Dredgers return</title><guid>https://post.example/dredgers</guid>
    <dc:date>2023-03-07T20:00:00+01:00</dc:date>
  </item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">Elian &lt;i&gt;Gazette&lt;/i&gt;</title>
  <link rel="self" href="/atom"/><link href="/"/>
  <entry>
    <id>tag:gazette.example,2023:1</id><title>Pilots vote</title>
    <link rel="enclosure" href="/pilots.mp3"/><link rel="alternate" href="/pilots"/>
    <updated>2023-03-09T08:00:00Z</updated><published>2023-03-08</published>
    <content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml"><p>They <b>vote</b> today.</p></div>
    </content>
  </entry>
</feed>
"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
         xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
  <channel rdf:about="https://old.example/">
    <title>Old Harbour</title><link>https://old.example/</link>
    <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
  </channel>
  <item rdf:about="https://old.example/1"><title>Ropes</title><link>https://old.example/1</link></item>
</rdf:RDF>
"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Quay Notes",
 "home_page_url": "https://notes.example/", "items": [
  {"id": 12, "url": "/12", "title": "Nets", "content_text": "Mended.",
   "date_published": "2023-03-08T10:00:00"},
  "not an item"]}
"""
